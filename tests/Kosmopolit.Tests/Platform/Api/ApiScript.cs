namespace Kosmopolit.Tests.Platform.Api;

/// <summary>How to use one verb of the API.</summary>
/// <param name="Name">Its <c>operationId</c>.</param>
/// <param name="Path">A real address; null uses the pattern as it is.</param>
/// <param name="Body">What works.</param>
/// <param name="Bad">What is refused with 422.</param>
/// <param name="Who">Whose verb it is.</param>
/// <param name="Missing">An address at which there is nothing; null where only an account without a member finds nothing.</param>
internal sealed record Example(
    string Name,
    string? Path = null,
    object? Body = null,
    object? Bad = null,
    string? Who = null,
    string? Missing = null
)
{
    /// <summary>Whether it can be refused only once it was used.</summary>
    public bool IsAfterwards { get; init; }

    /// <summary>An address at which the body that works is refused with 422.</summary>
    public string? BadPath { get; init; }
}

/// <summary>Every verb once, in an order in which each of them works.</summary>
internal static class ApiScript
{
    private static readonly Guid None = Guid.Empty;

    public static IReadOnlyList<Example> Of(ApiWorld w) =>
        [
            .. Public(w),
            .. Profile(w),
            .. Rows(w),
            .. Joining(w),
            .. Firms(w),
            .. GovernmentScript.Of(w),
            .. ApiQuestions.Script(w),
            .. ApiKnowledge.Script(w),
        ];

    private static IEnumerable<Example> Public(ApiWorld w) =>
        [
            new("getFormToken"),
            new("getCountries"),
            new("getCountry", "/countries/ke", Missing: "/countries/zz"),
            new("getNetworks"),
            new("getNetwork", "/networks/norr", Missing: "/networks/none"),
            new("getPeople", "/people?country=KE", Bad: "/people?count=many"),
            new("getPerson", $"/people/{w.Me.Slug}", Missing: "/people/none"),
            new("getFirms", "/firms?sector=47", Bad: "/firms?count=many"),
            new("getFirm", $"/firms/{w.Firm.Slug}", Missing: "/firms/none"),
            new("search", "/search?q=customs+kenya", Bad: "/search?count=many"),
            new("getCompletions", "/completions?q=ken"),
            new("getActivities", "/activities?network=norr&method=networking", Bad: "/activities?count=many"),
            new("getActivity", $"/activities/{w.Together}", Missing: $"/activities/{None}"),
        ];

    private static IEnumerable<Example> Profile(ApiWorld w) =>
        [
            new("getMe"),
            new("getMyPreview", "/me/preview?as=network"),
            new("getMyViewers"),
            new("getMyAudiences"),
            new("getMyName"),
            new("putMyName", Body: new { name = "Vera Lind", nameAudience = "public" }, Bad: new { name = "" }),
            new("getMyOffer"),
            new("putMyOffer", Body: new { offer = "Ports" }, Bad: new { offer = new string('x', 501) }),
            new("getMyReading"),
            new("putMyReading", Body: new { reads = new[] { "ar" } }, Bad: new { reads = new[] { "none" } }),
            new("getMyContact"),
            new("putMyContact", Body: new { phone = "070-765 43 21" }, Bad: new { email = "nobody" }),
            new(
                "putMyAudiences",
                Body: new { presence = "public", fields = new Dictionary<string, string> { ["offer"] = "allNetworks" } },
                Bad: new { presence = "public", fields = new Dictionary<string, string> { [$"market-{w.Me.Markets[0].Id:N}"] = "public" } }
            ),
            new("deleteMyOffer"),
            new("deleteMyReading"),
            new("deleteMyContact"),
        ];

    private static IEnumerable<Example> Rows(ApiWorld w)
    {
        var market = $"/me/markets/{w.Me.Markets[0].Id}";
        var language = $"/me/languages/{w.Me.Languages[0].Id}";
        var (noMarket, noLanguage) = ($"/me/markets/{None}", $"/me/languages/{None}");
        return
        [
            new("getMyMarkets"),
            new("getMyMarket", market, Missing: noMarket),
            new("getMyTopics", market + "/topics", Missing: noMarket + "/topics"),
            new(
                "putMyTopics",
                market + "/topics",
                new { topics = new[] { "payment" } },
                new { note = "<i>x</i>" },
                Missing: noMarket + "/topics"
            ),
            new("putMyMarket", market, Ground("Tanzania"), Ground("Atlantis"), Missing: noMarket),
            new("postMyMarket", Body: Ground("Vietnam"), Bad: Ground("Atlantis")),
            new("deleteMyTopics", market + "/topics", Missing: noMarket + "/topics"),
            new("deleteMyMarket", market, Missing: noMarket),
            new("getMyLanguages"),
            new("getMyLanguage", language, Missing: noLanguage),
            new("putMyLanguage", language, Skill("Swahili", "c2"), Skill("Klingish", "c2"), Missing: noLanguage),
            new("postMyLanguage", Body: Skill("arabiska", "b1"), Bad: Skill("Klingish", "c2")),
            new("deleteMyLanguage", language, Missing: noLanguage),
            new("getMyConsents"),
            new("deleteMyConsent", $"/me/consents/{w.Consent}", Missing: $"/me/consents/{None}"),
        ];
    }

    private static IEnumerable<Example> Joining(ApiWorld w)
    {
        const string invitations = "/networks/norr/invitations";
        const string requests = "/networks/norr/requests";
        return
        [
            new("getMyInvitations", invitations, Missing: "/networks/soder/invitations"),
            new(
                "postInvitation",
                invitations,
                new { email = "new@example.org", language = "ar" },
                new { email = "new" },
                Missing: "/networks/soder/invitations"
            ),
            new("deleteInvitation", $"{invitations}/{w.Invitation.Id}", Missing: $"{invitations}/{None}"),
            new("postMyJoining", "/networks/soder/joining", new { meets = true }, new { meets = false }, Missing: "/networks/none/joining"),
            new("getMyJoining", "/networks/soder/joining", Missing: "/networks/norr/joining"),
            new(
                "putMyJoining",
                "/networks/soder/joining/greeting",
                new { message = "Hello" },
                new { message = "<b>Hello</b>" },
                Missing: "/networks/norr/joining/greeting"
            )
            {
                IsAfterwards = true,
            },
            new("getJoinRequests", requests, Who: w.Anna, Missing: "/networks/soder/requests"),
            new(
                "putJoinRequest",
                $"{requests}/{w.Waiting.Id}",
                new { decision = "accepted" },
                new { decision = "declined" },
                w.Anna,
                $"{requests}/{None}"
            ),
        ];
    }

    private static IEnumerable<Example> Firms(ApiWorld w)
    {
        var firm = $"/me/firms/{w.Firm.Id}";
        var none = $"/me/firms/{None}";
        var export = $"/exports/{w.Firm.Exports[0].Id}";
        return
        [
            new("getMyFirms"),
            new(
                "postMyFirm",
                Body: new { name = "Ny", role = "owner" },
                Bad: new
                {
                    name = "Ny",
                    organisationNumber = "556036-0790",
                    role = "owner",
                }
            ),
            new("getMyFirm", firm, Missing: none),
            new(
                "putMyFirm",
                firm,
                new { name = "Nordkraft AB", size = "upTo49" },
                new { name = "Nordkraft", web = "http://x" },
                Missing: none
            ),
            new("getMyExports", firm + "/exports", Missing: none + "/exports"),
            new("getMyExport", firm + export, Missing: $"{firm}/exports/{None}"),
            new("putMyExport", firm + export, Sale("Finland"), Sale("Sweden"), Missing: $"{firm}/exports/{None}"),
            new("postMyExport", firm + "/exports", Sale("Kenya"), Sale("Sweden"), Missing: none + "/exports"),
            new("deleteMyExport", firm + export, Missing: $"{firm}/exports/{None}"),
            new("getMyColleagues", firm + "/people", Missing: none + "/people"),
            new(
                "postMyColleague",
                $"/me/firms/{w.Lonely.Id}/people",
                new { person = w.Karl.Slug, @as = "employee" },
                new { person = "nobody", @as = "employee" },
                Missing: none + "/people"
            ),
            new("putMyPart", firm + "/part", new { role = "owner", audience = "onlyMe" }, new { role = "king" }, Missing: none + "/part"),
            new("getFirmQuestions", firm + "/questions", Missing: none + "/questions"),
            new("getMyFirmQuestions"),
            new(
                "postMyFirmQuestion",
                Body: new { organisationNumber = "5567037485", role = "employee" },
                Bad: new { organisationNumber = "1" }
            ),
            new(
                "putFirmQuestion",
                $"/me/firm-questions/{w.Invited.Id}",
                new { decision = "accepted", audience = "myNetwork" },
                new { decision = "none" },
                Missing: $"/me/firm-questions/{None}"
            ),
            new("deleteMyColleague", $"{firm}/people/{w.KarlsPart.Id}", Missing: $"{firm}/people/{None}"),
            new("deleteMyFirm", firm, Missing: none),
        ];
    }

    private static object Ground(string country) =>
        new
        {
            country,
            basis = new[] { "lived" },
            from = "1998",
            until = "2009",
        };

    private static object Skill(string language, string level) =>
        new
        {
            language,
            understands = level,
            speaks = level,
            writes = level,
        };

    private static object Sale(string country) => new { country, since = "2015" };
}
