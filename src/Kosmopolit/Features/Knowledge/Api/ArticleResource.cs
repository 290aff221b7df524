using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Features.Members.People;

namespace Kosmopolit.Features.Knowledge.Api;

/// <summary>A text in a list, in the language asked for or the one that suits the reader best.</summary>
/// <param name="Country">ISO 3166-1 alpha-2, the code of a former state, or null.</param>
/// <param name="Topic">Key of a topic, or null.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="ConfirmedPassages">Passages that somebody who was there confirms today.</param>
/// <param name="Sureness">How sure the text as a whole is today.</param>
public sealed record ArticleListed(
    string Slug,
    string Title,
    string? Summary,
    string? Country,
    string? Topic,
    string Language,
    ArticleOrigin Origin,
    DateTimeOffset ChangedAt,
    int ConfirmedPassages,
    Sureness Sureness
)
{
    internal static ArticleListed Of(ArticleLine line) =>
        new(
            line.Slug,
            line.Title,
            Set(line.Summary),
            Set(line.Country),
            Set(line.Topic),
            line.Language,
            line.Origin,
            line.ChangedAt,
            line.Confirmed,
            line.Sure
        );

    internal static string? Set(string value) => value.Length == 0 ? null : value;
}

/// <summary>A page of texts.</summary>
/// <param name="Total">Texts that fit, whatever their languages; null when a language is asked for.</param>
/// <param name="After">Send it as <c>after</c> for the next page; null on the last.</param>
public sealed record ArticlesFound(IReadOnlyList<ArticleListed> Articles, int? Total, string? After);

/// <summary>A version of a text in a language.</summary>
/// <param name="Lags">Versions of the original that came since.</param>
public sealed record ArticleLanguage(string Slug, string Language, bool IsOriginal, int Lags);

/// <summary>How a text may be used again, and whom to name.</summary>
/// <param name="AsOf">The day its source speaks of.</param>
public sealed record ArticleRights(string Licence, string? Attribution, string? Url, DateOnly? AsOf);

/// <summary>Where to check it.</summary>
public sealed record ArticleSource(string? Title, string Url, DateOnly? Seen);

/// <summary>A text with what people stand for in it.</summary>
/// <param name="Text">Markdown.</param>
/// <param name="Version">Number of the version, from 1.</param>
/// <param name="IsMachine">A machine translated it and nobody has gone over it.</param>
/// <param name="OpenQuestions">What only somebody who lived there can tell.</param>
public sealed record ArticleResource(
    string Slug,
    string Title,
    string? Summary,
    string Text,
    string? Country,
    string? Topic,
    string Language,
    ArticleState State,
    ArticleOrigin Origin,
    ArticleRights Rights,
    bool IsMachine,
    int Version,
    DateTimeOffset? PublishedAt,
    DateTimeOffset ChangedAt,
    Sureness Sureness,
    IReadOnlyList<string> OpenQuestions,
    IReadOnlyList<ArticleLanguage> Languages,
    IReadOnlyList<ArticleSource> Sources,
    IReadOnlyList<ClaimResource> Claims
);

/// <summary>What somebody says about a claim.</summary>
/// <param name="Name">"A member" unless they sign with their name and the reader may know it.</param>
/// <param name="Page">Address of their page; null when there is none for this reader.</param>
/// <param name="Confirms">False when they say that it is different.</param>
/// <param name="LastYear">The last year in which they saw it.</param>
public sealed record ClaimVoice(
    string Name,
    string? Page,
    bool Confirms,
    IReadOnlyList<Basis> Basis,
    int? From,
    int? Until,
    string? Place,
    int LastYear,
    string? Reason,
    DateTimeOffset SaidAt
);

/// <summary>A passage that somebody stands for.</summary>
/// <param name="Article">Slug of the text it stands in.</param>
/// <param name="Passage">Null when it is the text as a whole.</param>
/// <param name="IsOpen">False once it was taken back or another one took its place.</param>
/// <param name="IsStanding">False also when its words were changed in the text: it counts for nothing then.</param>
/// <param name="IsHeld">False when the one who stood for it has left: it asks for somebody new.</param>
/// <param name="Successor">The claim that took its place.</param>
public sealed record ClaimResource(
    Guid Id,
    string Article,
    string? Passage,
    string Language,
    string? Country,
    string? Topic,
    Sureness Sureness,
    bool IsOpen,
    bool IsStanding,
    bool IsHeld,
    Guid? Successor,
    IReadOnlyList<ClaimVoice> Voices
);
