using System.Text.RegularExpressions;

namespace Kosmopolit.Browser;

/// <summary>A page that every look of the product is checked on.</summary>
/// <param name="Status">The status it is meant to answer with.</param>
/// <param name="Who">Key of the persona who opens it; null for a visitor.</param>
public sealed partial record Place(string Name, string Path, int Status = 200, string? Who = null)
{
    /// <summary>Names of all places; the tests are listed before the product runs.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "front",
        "countries",
        "countries-found",
        "countries-none",
        "country",
        "country-unknown",
        "country-topic",
        "networks",
        "network-starting",
        "network-independent",
        "people",
        "person",
        "firms",
        "firm",
        "search",
        "questions",
        "questions-none",
        "question",
        "question-ask",
        "question-ask-member",
        "me-notices",
        "me-following",
        "follow",
        "search-nothing",
        "sign-in",
        "sign-in-old",
        "about",
        "about-search",
        "accessibility",
        "privacy",
        "components",
        "personas",
        "mail",
        "not-found",
        "join",
        "join-criterion",
        "me",
        "me-name",
        "me-market",
        "me-languages",
        "me-offer",
        "me-reading",
        "me-contact",
        "me-audiences",
        "me-preview",
        "me-consents",
        "me-seen",
        "me-hidden",
        "sign-in-password",
        "me-sign-in",
        "me-sessions",
        "me-everywhere",
        "me-passkey-new",
        "me-password",
        "me-address",
        "me-prove",
        "invitations",
        "requests",
        "proposals",
        "propose",
        "offices",
        "succession",
        "removals",
        "tokens",
        "knowledge",
        "knowledge-of",
        "knowledge-older",
        "helped-old",
        "article",
        "article-member",
        "article-history",
        "article-edit",
        "article-new",
        "article-translate",
        "claim-mark",
        "claim",
        "half-lives",
        "half-lives-set",
        "gaps",
        "network-new",
        "network-interest",
        "network-history",
        "start-up",
        "start-up-skills",
        "start-up-groups",
        "meetings",
        "meeting-new",
        "statutes",
        "statutes-edit",
        "statutes-changes",
        "election",
        "handover",
        "handover-done",
        "handover-record",
        "powers",
        "break-glass",
        "members",
        "members-run",
        "memberships",
        "desk",
        "imports",
        "partners",
        "partner",
        "partners-network",
        "letters",
        "contact",
        "my-calendar",
        "leave",
        .. ActivityPlaces.Names,
    ];

    public static async Task<IReadOnlyList<Place>> All(string address)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        var person = FirstPerson().Match(await http.GetStringAsync("/people?country=IQ")).Value;
        var firm = FirstFirm().Match(await http.GetStringAsync("/firms")).Value;
        return
        [
            new("front", "/"),
            new("countries", "/countries"),
            new("countries-found", "/countries?find=irak"),
            new("countries-none", "/countries?find=atlantis"),
            new("country", "/countries/iq"),
            new("country-unknown", "/countries/mv"),
            new("country-topic", "/countries/tr/religion"),
            new("networks", "/networks"),
            new("network-starting", "/networks/ovre-norrland"),
            new("network-independent", "/networks/skane"),
            new("people", "/people"),
            new("person", person),
            new("firms", "/firms"),
            new("firm", firm),
            new("search", "/search?q=tullen%20i%20Turkiet"),
            new("search-nothing", "/search?q=tullen%20i%20Bhutan&kind=people"),
            new("sign-in", "/sign-in"),
            new("sign-in-old", "/sign-in/code?ticket=old"),
            new("about", "/about"),
            new("about-search", "/about/search"),
            new("accessibility", "/accessibility"),
            new("privacy", "/privacy"),
            new("components", "/dev/components"),
            new("personas", "/dev/personas"),
            new("mail", "/dev/mail"),
            new("monday", "/dev/monday"),
            new("not-found", "/no/such/page", 404),
            new("join", "/join/skane"),
            new("join-criterion", "/join/skane/criterion", Who: "adviser"),
            .. Own,
            .. Knowledge(FirstClaim().Match(await http.GetStringAsync("/knowledge/iq-culture-sv")).Value),
            .. Questions(FirstQuestion().Match(await http.GetStringAsync("/questions?country=IQ")).Value),
            .. StartUps,
            .. ActivityPlaces.Of(await http.GetStringAsync("/activities")),
        ];
    }

    private static IReadOnlyList<Place> Questions(string one) =>
        [
            new("questions", "/questions"),
            new("questions-none", "/questions?country=SA"),
            new("question", one),
            new("question-ask", "/questions/new?country=SA"),
            new("question-ask-member", "/questions/new", Who: Member),
            new("me-notices", "/me/notices", Who: Member),
            new("me-following", "/me/following", Who: Member),
            new("me-asked", "/me/asked", Who: Member),
            new("follow", "/follow/country/IQ", Who: Member),
        ];

    private static IReadOnlyList<Place> Knowledge(string claim) =>
        [
            new("knowledge", "/knowledge"),
            new("knowledge-of", "/knowledge?country=IQ"),
            new("knowledge-older", $"/knowledge?after=2000000000000000-{Guid.Empty:N}"),
            new("helped-old", "/helped/old"),
            new("article", "/knowledge/iq-culture-sv"),
            new("article-member", "/knowledge/forsta-motet-pa-massan-i-teheran", Who: Member),
            new("article-history", "/knowledge/forsta-motet-pa-massan-i-teheran/history"),
            new("article-edit", "/knowledge/iq-culture-sv/edit", Who: Member),
            new("article-new", "/knowledge/new?country=IR&topic=business", Who: Member),
            new("article-translate", "/knowledge/new?of=iq-culture-sv", Who: Member),
            new("claim-mark", "/knowledge/iq-culture-sv/claims/new", Who: Member),
            new("claim", claim, Who: Member),
            new("half-lives", "/knowledge/half-lives"),
            new("half-lives-set", "/knowledge/half-lives", Who: "operator"),
            new("gaps", "/gaps"),
        ];

    // What somebody sees of themselves.
    private static IReadOnlyList<Place> Own =>
        [
            new("me", "/me", Who: Member),
            new("me-name", "/me/name", Who: Member),
            new("me-market", "/me/markets/new?join=skane", Who: Member),
            new("me-languages", "/me/languages", Who: Member),
            new("me-offer", "/me/offer?join=skane", Who: Member),
            new("me-reading", "/me/reading", Who: Member),
            new("me-contact", "/me/contact", Who: Member),
            new("me-audiences", "/me/audiences", Who: Member),
            new("me-preview", "/me/preview?as=visitor", Who: Member),
            new("me-consents", "/me/consents", Who: Member),
            new("me-seen", "/me/seen", Who: Member),
            new("me-hidden", "/me/preview?as=network", Who: "member-hidden"),
            new("sign-in-password", "/sign-in/password"),
            new("me-sign-in", "/me/sign-in", Who: Member),
            new("me-sessions", "/me/sign-in/sessions", Who: Member),
            // After ten minutes of tests these ask for a proof first; either page must look well.
            new("me-everywhere", "/me/sign-in/sessions/everywhere", Who: Member),
            new("me-passkey-new", "/me/sign-in/passkeys/new", Who: Member),
            new("me-password", "/me/sign-in/password", Who: Member),
            new("me-address", "/me/sign-in/address", Who: Member),
            new("me-prove", "/me/prove?sent=1&next=/me/sign-in", Who: Member),
        ];

    private static IReadOnlyList<Place> StartUps =>
        [
            new("invitations", "/networks/skane/invitations", Who: "coordinator-skane"),
            new("requests", "/networks/skane/requests", Who: "coordinator-skane"),
            new("proposals", "/networks/skane/proposals", Who: "coordinator-skane"),
            new("propose", "/networks/skane/proposals/new", Who: "coordinator-skane"),
            new("offices", "/networks/skane/offices", Who: "coordinator-skane"),
            new("succession", "/networks/skane/succession", Who: "coordinator-skane"),
            new("removals", "/networks/skane/removals", Who: "coordinator-skane"),
            new("tokens", "/me/tokens", Who: Member),
            new("network-new", "/networks/new", Who: "programme-manager"),
            new("network-interest", "/networks/ovre-norrland/interest"),
            new("network-history", "/networks/skane/history"),
            new("start-up", "/networks/ovre-norrland/start-up", Who: "facilitator"),
            new("start-up-skills", "/networks/ovre-norrland/skills", Who: Member),
            new("start-up-groups", "/networks/ovre-norrland/groups", Who: Member),
            new("meetings", "/networks/skane/meetings", Who: "coordinator-skane"),
            new("meeting-new", "/networks/ovre-norrland/meetings/new?number=3", Who: "facilitator"),
            new("statutes", "/networks/ovre-norrland/statutes", Who: Member),
            new("statutes-edit", "/networks/ovre-norrland/statutes/edit", Who: Member),
            new("statutes-changes", "/networks/ovre-norrland/statutes/changes?from=1&to=2", Who: Member),
            new("election", "/networks/ovre-norrland/election", Who: "facilitator"),
            new("handover", "/networks/ovre-norrland/handover", Who: "facilitator"),
            new("handover-done", "/networks/skane/handover", Who: "facilitator"),
            new("handover-record", "/networks/skane/handover/record", Who: "coordinator-skane"),
            new("powers", "/networks/skane/powers", Who: "coordinator-skane"),
            new("break-glass", "/networks/skane/break-glass", Who: "operator"),
            new("admin", "/admin", Who: "operator"),
            new("members", "/networks/skane/members"),
            new("members-run", "/networks/skane/members", Who: "coordinator-skane"),
            new("memberships", "/networks/skane/memberships", Who: "coordinator-skane"),
            new("desk", "/networks/skane/desk", Who: "coordinator-skane"),
            new("imports", "/networks/skane/imports", Who: "coordinator-skane"),
            new("partners", "/partners"),
            new("partner", "/partners/norrvast", Who: "adviser"),
            new("partners-network", "/networks/skane/partners", Who: "coordinator-skane"),
            new("letters", "/networks/skane/letters", Who: "coordinator-skane"),
            new("contact", "/networks/skane/contact"),
            new("my-calendar", "/me/calendar", Who: "member-umea"),
            new("leave", "/networks/ovre-norrland/leave", Who: "member-umea"),
        ];

    private const string Member = "member-umea";

    public string In(string language) => $"{Path}{(Path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}";

    [GeneratedRegex("/people/[a-z0-9]{6,}")]
    private static partial Regex FirstPerson();

    [GeneratedRegex("/firms/[a-z0-9]{6,}")]
    private static partial Regex FirstFirm();

    [GeneratedRegex("/claims/[0-9a-f-]{36}")]
    private static partial Regex FirstClaim();

    [GeneratedRegex("/questions/[0-9a-f]{8}-[0-9a-f-]+")]
    private static partial Regex FirstQuestion();
}
