namespace Kosmopolit.Tests.Architecture;

/// <summary>
/// What is known about the tables: which hold what people tell about themselves, and why a column of those may stand
/// without an audience. Every table and every such column is here because somebody looked at it.
/// </summary>
internal static class PersonalData
{
    /// <summary>Tables of what people tell: each column lies in a <c>Told&lt;&gt;</c>, or its row has an <c>Audience</c>.</summary>
    public static readonly IReadOnlySet<string> Personal = new HashSet<string>
    {
        "Member",
        "MarketKnowledge",
        "LanguageSkill",
        "Membership",
        "Firm",
        "FirmRole",
        "ExportMarket",
    };

    /// <summary>Tables that no reader is shown as somebody's data, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> NotPersonal = new Dictionary<string, string>
    {
        ["Account"] = "how to sign in; shown to nobody",
        ["Mandate"] = "office, not person: who holds power is public within its scope",
        ["SignInCode"] = "lives ten minutes, hashed",
        ["Network"] = "a public body of its members",
        ["NetworkMunicipality"] = "a region",
        ["StageChange"] = "history of a public body",
        ["Gap"] = "what was looked for, never by whom",
        ["Installation"] = "the installation itself",
        ["LoggedEvent"] = "ids and codes only",
        ["EventCursor"] = "machinery",
        ["SkippedEvent"] = "machinery",
        ["OutgoingMail"] = "erased once sent",
        ["DataProtectionKey"] = "machinery",
        ["IdentityUserClaim"] = "machinery of signing in",
        ["IdentityUserLogin"] = "machinery of signing in",
        ["IdentityUserToken"] = "machinery of signing in",
    };

    /// <summary>Columns of personal tables that need no audience, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> Reviewed = new Dictionary<string, string>
    {
        ["Member.Slug"] = "random, the address of a page that is itself hidden",
        ["Member.JoinedAt"] = "not shown; order of lists",
        ["Member.Presence"] = "is an audience",
        ["Member.OfferLanguage"] = "shown only together with Offer",
        ["Member.Revision"] = "concurrency",
        ["Firm.Slug"] = "address of a page that is itself hidden",
        ["Firm.AddedAt"] = "not shown; order of lists",
        ["Firm.Presence"] = "is an audience",
        ["Firm.AboutLanguage"] = "shown only together with About",
        ["Firm.Revision"] = "concurrency",
    };
}
