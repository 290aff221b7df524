using Kosmopolit.Platform;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Knowledge.Articles;

/// <summary>Where a text stands on its way.</summary>
public enum ArticleState
{
    /// <summary>Seen by those who write it.</summary>
    Draft = 1,
    Published = 2,

    /// <summary>Published, and somebody says that it must be looked over.</summary>
    NeedsReview = 3,

    /// <summary>Another text took its place; it stays readable at its address.</summary>
    Superseded = 4,
}

/// <summary>Where a text comes from; it never pretends to be a member's when it is not.</summary>
public enum ArticleOrigin
{
    Member = 1,

    /// <summary>Written by the makers of this software, so that a new bank is not empty.</summary>
    Starter = 2,

    /// <summary>Brought from elsewhere by an operator, with its licence.</summary>
    Elsewhere = 3,
}

/// <summary>What a text is about and in which language.</summary>
/// <param name="Country">ISO 3166-1 alpha-2 or the code of a former state; empty for a free text.</param>
/// <param name="Topic">One of <see cref="KnowledgeTopics"/>; empty for a free text.</param>
/// <param name="Language">BCP 47 tag.</param>
public sealed record Subject(string Country, string Topic, string Language);

/// <summary>Who holds the right to a text, and how it may be used again.</summary>
/// <param name="Licence">SPDX identifier, or the licence's own name.</param>
/// <param name="Attribution">Whom to name; empty for texts of members, whose versions say who.</param>
/// <param name="Url">Where it was found; empty when it was written here.</param>
/// <param name="AsOf">The day its source speaks of; null when not known.</param>
public sealed record Rights(string Licence, string Attribution, string Url, DateOnly? AsOf)
{
    public const string ShareAlike = "CC BY-SA 4.0";

    public static readonly Rights Ours = new(ShareAlike, "", "", null);
}

/// <summary>A text of the knowledge bank. It outlives its writers: leaving takes the name away, never the words.</summary>
public sealed class Article : Entity, IRevised
{
    private readonly List<ArticleVersion> _versions = [];
    private readonly List<ArticleStep> _steps = [];

    private Article() { }

    private Article(string slug, Subject subject, ArticleOrigin origin, Rights rights, Guid? author, DateTimeOffset now)
    {
        (Slug, Country, Topic, Language) = (slug, subject.Country, subject.Topic, subject.Language);
        (Origin, Rights, AuthorId, StartedAt) = (origin, rights, author, now);
    }

    public string Slug { get; private set; } = "";

    public string Country { get; private set; } = "";

    public string Topic { get; private set; } = "";

    public string Language { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Summary { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>Where to check it, one <see cref="Reference"/> a line.</summary>
    public string Sources { get; private set; } = "";

    /// <summary>What only lived experience can answer, one question a line.</summary>
    public string OpenQuestions { get; private set; } = "";

    public ArticleState State { get; private set; } = ArticleState.Draft;

    public ArticleOrigin Origin { get; private set; }

    public Rights Rights { get; private set; } = Rights.Ours;

    /// <summary>The member who began it; null when nobody of this bank did.</summary>
    public Guid? AuthorId { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Number of the version shown, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The text this one is a translation of.</summary>
    public Guid? OriginalId { get; private set; }

    /// <summary>The version of the original that this translation follows.</summary>
    public int? FollowsNumber { get; private set; }

    /// <summary>Whether a machine made this translation and no person has gone over it.</summary>
    public bool IsMachine { get; private set; }

    /// <summary>The text that took this one's place.</summary>
    public Guid? SuccessorId { get; private set; }

    /// <summary>Why it must be looked over; empty when nobody said so.</summary>
    public string ReviewReason { get; private set; } = "";

    /// <summary>The answer it grew out of: its writer is named there, as they signed it, and nowhere else.</summary>
    public Guid? AnswerId { get; private set; }

    /// <summary>The import that brought it.</summary>
    public Guid? ImportId { get; private set; }

    public int Revision { get; set; }

    public IReadOnlyList<ArticleVersion> Versions => _versions;

    public IReadOnlyList<ArticleStep> Steps => _steps;

    public Words Words => new(Title, Summary, Text, Sources);

    public IReadOnlyList<Reference> References => Reference.Of(Sources);

    public bool IsPublic => State != ArticleState.Draft;

    public static Article Begin(string slug, Subject subject, Words words, Writer author, DateTimeOffset now)
    {
        var article = new Article(slug, subject, ArticleOrigin.Member, Rights.Ours, author.Member, now);
        article.Write(words, author, now);
        return article;
    }

    /// <summary>A text that no member wrote; public at once, and marked as what it is.</summary>
    public static Article Bring(string slug, Subject subject, Words words, (ArticleOrigin Origin, Rights Rights) from, DateTimeOffset now)
    {
        var article = new Article(slug, subject, from.Origin, from.Rights, null, now);
        article.Write(words, new Writer(null), now);
        article.Publish(now);
        return article;
    }

    /// <summary>New words, kept beside all earlier ones.</summary>
    public Refusal? Write(Words words, Writer writer, DateTimeOffset now)
    {
        if (State == ArticleState.Superseded)
            return new Refusal("Another text took this one’s place. Write in the new one.");
        if (words == Words)
            return null;
        // A source that is added says nothing of the sentences.
        IsMachine = IsMachine && (writer.Member is null || words with { Sources = Sources } == Words);
        (Title, Summary, Text, Sources, ChangedAt) = (words.Title, words.Summary, words.Text, words.Sources, now);
        Number++;
        _versions.Add(new ArticleVersion(Id, Number, words, writer, now));
        if (IsPublic)
            Raise(new ArticleChanged(Id, Country, Topic));
        if (IsPublic && writer.Answer is { } answer)
            Raise(new AnswerTaken(answer, Id));
        return null;
    }

    public void GrewFrom(Guid answer) => AnswerId = answer;

    public void CameWith(Guid import) => ImportId = import;

    public void Ask(string openQuestions) => OpenQuestions = openQuestions;

    /// <summary>Says that these words are another text's, in another language.</summary>
    public void Translate(Article original, bool isMachine = false) =>
        (OriginalId, FollowsNumber, IsMachine) = (original.OriginalId ?? original.Id, original.Number, isMachine);

    /// <summary>The translation has been brought up to a version of its original.</summary>
    public void Follow(int number) => FollowsNumber = Math.Max(FollowsNumber ?? 0, number);

    public Refusal? Publish(DateTimeOffset now)
    {
        if (State == ArticleState.Superseded)
            return new Refusal("Another text took this one’s place. Write in the new one.");
        if (Text.Length == 0)
            return new Refusal("There is nothing to publish yet.");
        if (State == ArticleState.Published)
            return null;
        var first = PublishedAt is null;
        (State, ReviewReason) = (ArticleState.Published, "");
        PublishedAt ??= now;
        Raise(first ? new ArticlePublished(Id, Country, Topic) : new ArticleChanged(Id, Country, Topic));
        if (first && AnswerId is { } answer)
            Raise(new AnswerTaken(answer, Id));
        return null;
    }

    public Refusal? AskForReview(string reason)
    {
        if (State is not (ArticleState.Published or ArticleState.NeedsReview))
            return new Refusal("Only a published text can be looked over.");
        (State, ReviewReason) = (ArticleState.NeedsReview, reason);
        Raise(new ArticleChanged(Id, Country, Topic));
        return null;
    }

    /// <param name="successor">A text that stands for itself: one that gave way too would lead round in a ring.</param>
    public Refusal? GiveWayTo(Article successor, Writer by, DateTimeOffset now)
    {
        if (!IsPublic || !successor.IsPublic)
            return new Refusal("Both texts must be published.");
        if (State == ArticleState.Superseded)
            return new Refusal("Another text has taken its place already.");
        if (successor.Id == Id)
            return new Refusal("A text cannot take its own place.", nameof(ReplaceInput.Successor));
        if (successor.State == ArticleState.Superseded)
            return new Refusal("That text has been replaced itself. Choose the one that took its place.", nameof(ReplaceInput.Successor));
        (State, SuccessorId) = (ArticleState.Superseded, successor.Id);
        _steps.Add(new ArticleStep(Id, StepKind.GaveWay, successor.Id, by, now));
        Raise(new ArticleChanged(Id, Country, Topic));
        return null;
    }

    /// <summary>Stands for itself again; what was to be looked over still is.</summary>
    public Refusal? ComeBack(Writer by, DateTimeOffset now)
    {
        if (State != ArticleState.Superseded)
            return new Refusal("No other text takes its place any more.");
        (State, SuccessorId) = (ReviewReason.Length > 0 ? ArticleState.NeedsReview : ArticleState.Published, null);
        _steps.Add(new ArticleStep(Id, StepKind.CameBack, null, by, now));
        Raise(new ArticleChanged(Id, Country, Topic));
        return null;
    }
}

public sealed record ArticlePublished(Guid ArticleId, string Country, string Topic);

public sealed record ArticleChanged(Guid ArticleId, string Country, string Topic);

/// <summary>A published text took up an answer.</summary>
public sealed record AnswerTaken(Guid AnswerId, Guid ArticleId);

/// <summary>A text was taken away: an import was undone, or a draft thrown away.</summary>
public sealed record ArticleGone(Guid ArticleId);
