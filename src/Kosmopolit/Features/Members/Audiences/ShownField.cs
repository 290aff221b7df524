using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Audiences;

/// <summary>Fields that people think of together when they choose who sees them.</summary>
public enum FieldGroup
{
    WhoIAm = 1,
    WhatIKnow = 2,
    WhatIOffer = 3,
    HowToReachMe = 4,
}

/// <summary>One thing a member told, and the choice of who sees it. The one list of them all.</summary>
/// <param name="Key">Stable within the member; the name of the form field.</param>
/// <param name="Show">Gives it another audience.</param>
public sealed record ShownField(string Key, FieldGroup Group, string Label, string Value, Audience Audience, Action<Audience> Show)
{
    /// <summary>Everything this member told, and what they could tell, in the order of the page.</summary>
    public static IReadOnlyList<ShownField> Of(Member m, Atlas atlas, Texts t, Func<Guid, string> networkName) =>
        [.. WhoIAm(m, atlas, t, networkName), .. WhatIKnow(m, atlas, t), .. WhatIOffer(m, atlas, t), .. HowToReachMe(m, t)];

    private static IEnumerable<ShownField> WhoIAm(Member m, Atlas atlas, Texts t, Func<Guid, string> networkName)
    {
        const FieldGroup group = FieldGroup.WhoIAm;
        var place = atlas.Municipality(m.Municipality.Value)?.Name(t.Language.Tag) ?? "";
        yield return new("name", group, t["Your name"], m.Name.Value, m.Name.Audience, a => m.BeCalled(m.Name.For(a)));
        yield return new("municipality", group, t["Municipality"], place, m.Municipality.Audience, a => m.LiveIn(m.Municipality.For(a)));
        foreach (var s in m.Memberships.Where(s => s.EndedAt is null))
            yield return new($"membership-{s.Id:N}", group, t["Member of"], networkName(s.NetworkId), s.Audience, s.ShowTo);
    }

    private static IEnumerable<ShownField> WhatIKnow(Member m, Atlas atlas, Texts t)
    {
        const FieldGroup group = FieldGroup.WhatIKnow;
        var tag = t.Language.Tag;
        foreach (var k in m.Markets)
            yield return new($"market-{k.Id:N}", group, atlas.PlaceName(k.Country, tag), How(k, t), k.Audience, k.ShowTo);
        foreach (var l in m.Languages)
            yield return new(
                $"language-{l.Id:N}",
                group,
                atlas.LanguageName(l.Language, tag),
                PersonWording.Level(l.Speaks),
                l.Audience,
                l.ShowTo
            );
        var sectors = Names(m.Sectors.Value, c => atlas.Sector(c)?.Name(tag), t);
        yield return new("sectors", group, t["Trades I know"], sectors, m.Sectors.Audience, a => m.WorkIn(m.Sectors.For(a)));
    }

    private static IEnumerable<ShownField> WhatIOffer(Member m, Atlas atlas, Texts t)
    {
        const FieldGroup group = FieldGroup.WhatIOffer;
        var time = PersonWording.Time(m.Availability.Value, t) ?? "";
        var reads = Names(m.Reads.Value, c => atlas.LanguageName(c, t.Language.Tag), t);
        yield return new("offer", group, t["What I offer"], m.Offer.Value, m.Offer.Audience, a => m.Give(m.Offer.For(a), m.OfferLanguage));
        yield return new(
            "looks-for",
            group,
            t["What I look for"],
            m.LooksFor.Value,
            m.LooksFor.Audience,
            a => m.Seek(m.LooksFor.For(a), m.LooksForLanguage)
        );
        yield return new(
            "availability",
            group,
            t["Whether I have time"],
            time,
            m.Availability.Audience,
            a => m.BeThere(m.Availability.For(a))
        );
        yield return new("reads", group, t["Languages I read"], reads, m.Reads.Audience, a => m.Read(m.Reads.For(a)));
    }

    private static IEnumerable<ShownField> HowToReachMe(Member m, Texts t)
    {
        const FieldGroup group = FieldGroup.HowToReachMe;
        yield return new(
            "email",
            group,
            t["E-mail"],
            m.ContactEmail.Value,
            m.ContactEmail.Audience,
            a => m.Reach(m.ContactEmail.For(a), m.Phone)
        );
        yield return new("phone", group, t["Phone"], m.Phone.Value, m.Phone.Audience, a => m.Reach(m.ContactEmail, m.Phone.For(a)));
    }

    public static string Name(FieldGroup group, Texts t) =>
        group switch
        {
            FieldGroup.WhoIAm => t["Who I am"],
            FieldGroup.WhatIKnow => t["What I know"],
            FieldGroup.WhatIOffer => t["What I offer and look for"],
            _ => t["How to reach me"],
        };

    private static string How(MarketKnowledge k, Texts t) =>
        PersonWording.How(new MarketView(k.Country, k.Basis, k.FromYear, k.UntilYear, k.Place, k.Topics, k.LastContactYear, "", ""), t);

    private static string Names(string codes, Func<string, string?> name, Texts t) =>
        string.Join(t[", "], codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => name(c) ?? c));
}
