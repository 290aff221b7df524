using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Features.Knowledge.Pictures;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Trust.Leaving;

/// <summary>What somebody wrote in the knowledge bank and stood for: knowledge outlives people, without their names.</summary>
internal static class KnowledgeHoldings
{
    public static readonly IReadOnlyList<Holding> All =
    [
        Holdings.Row<Article>("AuthorId", w => a => a.AuthorId == w.Member, t => t["Texts you began"], Fate.Stays, Shared),
        Holdings.Row<ArticleVersion>("ById", w => v => v.ById == w.Member, t => t["What you wrote in texts"], Fate.Stays, Shared),
        Holdings.Row<ArticleStep>("ById", w => s => s.ById == w.Member, t => t["Texts you replaced or brought back"], Fate.Stays, Shared),
        Holdings.Row<Claim>("HolderId", w => c => c.HolderId == w.Member, t => t["What you stand for"], Fate.Stays, Shared),
        Holdings.Row<Voice>("MemberId", w => v => v.MemberId == w.Member, t => t["What you confirmed and disputed"], Fate.Stays, Shared),
        Holdings.Row<Picture>("ById", w => p => p.ById == w.Member, t => t["Pictures you brought"], Fate.Stays, Shared),
        Holdings.Row<HalfLife>(
            "SetById",
            w => h => h.SetById == w.Account,
            null,
            Fate.Stays,
            t => t["A rule of the installation; only a number is left of you."]
        ),
    ];

    private static string Shared(Texts t) =>
        t["Knowledge belongs to all who read it. It stays without your name; drafts that nobody saw are erased."];
}
