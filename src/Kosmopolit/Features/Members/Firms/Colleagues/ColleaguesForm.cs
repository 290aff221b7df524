using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Firms.Colleagues;

/// <summary>What can be done on the page of a firm's people, and whom it names.</summary>
public sealed class ColleaguesForm(ChangePart part, AddColleague add, DecideFirmRequest decide, LeaveFirm leave, PartNames names)
{
    public Task<Refusal?> Change(PartInput input, Guid firm) => part.Run(input, firm);

    public Task<Refusal?> Add(ColleagueInput input, Guid firm) => add.Run(input, firm);

    public Task<Refusal?> Decide(FirmDecisionInput input) => decide.Run(input);

    public Task<Refusal?> Remove(Guid firm, Guid part) => leave.Remove(firm, part);

    public Task<IReadOnlyList<(FirmRole Part, string? Name)>> People(Firm firm) => names.Of(firm);
}

/// <summary>Names of those with a part in a firm; null for whoever does not show it to the reader.</summary>
public sealed class PartNames(KosmopolitDb db, Me me, Atlas atlas, Texts texts)
{
    public async Task<IReadOnlyList<(FirmRole Part, string? Name)>> Of(Firm firm)
    {
        var ids = firm.Today.Select(r => r.MemberId).ToList();
        var seen = await db.Members.VisibleTo(me).Where(s => ids.Contains(s.Member.Id)).ToViews(db, me);
        return
        [
            .. firm
                .Today.OrderBy(r => r.Since)
                .Select(r => (r, seen.SingleOrDefault(p => p.Id == r.MemberId && r.Audience >= p.Distance)?.Title(texts, atlas))),
        ];
    }
}
