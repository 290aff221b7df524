using Kosmopolit.Features.Members.Profile;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Firms;

/// <summary>Somebody of a firm says anew what it is.</summary>
public sealed class ChangeFirm(MyFirm firms, FirmReading reading, KnownNumbers numbers, Atlas atlas, FirmWriting writing)
{
    public async Task<Refusal?> Run(FirmInput input, Guid id, CancellationToken ct = default)
    {
        var (facts, refusal) = reading.Read(input);
        if (facts is null)
            return refusal;
        // Whoever has no part in the firm is told nothing, not even about numbers.
        if (await firms.Load(id, ct) is null)
            return MyFirm.Gone;
        if (await numbers.Check(facts.Number, id, ct) is { } taken)
            return taken;
        return await firms.Change(
            id,
            input,
            Of,
            firm =>
            {
                writing.Write(firm, input, facts);
                return null;
            },
            ct
        );
    }

    public FirmInput Of(Firm firm) => FirmInput.Of(firm, code => atlas.PlaceName(code, writing.Language));
}

/// <summary>Writes what was told into the firm.</summary>
public sealed class FirmWriting(Me me, TimeProvider clock, Texts texts)
{
    /// <summary>BCP 47 tag of the writer's page.</summary>
    public string Language => texts.Language.Tag;

    public void Write(Firm firm, FirmInput input, FirmFacts facts)
    {
        var now = clock.GetUtcNow();
        firm.BeCalled(new(facts.Name, input.NameAudience));
        firm.Place(
            new(input.Municipality ?? "", input.MunicipalityAudience),
            new(input.Sector ?? "", input.SectorAudience),
            new(input.Size, input.SizeAudience),
            new(facts.Number, input.NumberAudience)
        );
        firm.Register(new(facts.HomeCountry, input.NumberAudience), new(Checked(firm, facts, now), input.NumberAudience));
        firm.StandAt(new(input.Export, input.ExportAudience), now, me.MemberId);
        firm.Link(new(facts.Web, input.WebAudience));
        var language = facts.About == firm.About.Value ? firm.AboutLanguage : Tongue.Of(facts.About, Language);
        firm.Describe(new(facts.About, input.AboutAudience), language);
        if (firm.Presence != input.Presence)
            firm.ShowTo(input.Presence);
    }

    // A number of the firm's own, or a home abroad, takes the place of the mark.
    private static DateOnly? Checked(Firm firm, FirmFacts facts, DateTimeOffset now) =>
        facts.IsChecked ? DateOnly.FromDateTime(now.UtcDateTime)
        : facts.Number.Length > 0 || facts.HomeCountry != Firm.Sweden ? null
        : firm.SoleTraderChecked.Value;
}
