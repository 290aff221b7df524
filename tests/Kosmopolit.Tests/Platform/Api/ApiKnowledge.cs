using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Platform.Api;

/// <summary>A text with a claim in it, on which every verb about knowledge has something to work.</summary>
internal static class ApiKnowledge
{
    /// <returns>The claim.</returns>
    public static async Task<Guid> Write(House house, Guid writer)
    {
        var now = house.Clock.GetUtcNow();
        var text = Article.Begin(
            "tea-in-mombasa",
            new("KE", "culture", "en"),
            new(
                "Tea",
                "Tea first",
                "Tea first, then talk.",
                new Reference("A guide", "https://example.org/tea", new DateOnly(2026, 11, 1)).Line
            ),
            new(writer),
            now
        );
        text.Ask("Which tea?");
        text.Publish(now);
        var voice = new Voice(writer, true, new(Basis.Lived, 2001, null, "Mombasa", 2025), ("", true), now);
        var claim = Claim.Mark(text.Id, ("KE", "culture", "en"), "Tea first", voice, now);
        await house.Store(text);
        await house.Store(claim);
        return claim.Id;
    }

    public static IEnumerable<Example> Script(ApiWorld w)
    {
        var (claim, none) = ($"/claims/{w.Claimed}", $"/claims/{Guid.Empty}");
        return
        [
            new("getArticles", "/articles?country=KE&count=5", Bad: "/articles?count=many"),
            new("getArticle", "/articles/tea-in-mombasa", Missing: "/articles/none"),
            new("getClaim", claim, Missing: none),
            new(
                "putVoice",
                claim + "/voice",
                new
                {
                    confirms = true,
                    basis = new[] { "traded" },
                    from = 2001,
                    lastYear = 2026,
                },
                new
                {
                    confirms = false,
                    basis = new[] { "traded" },
                    lastYear = 2026,
                },
                Missing: none + "/voice"
            ),
        ];
    }
}
