using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Knowledge.Articles;

/// <summary>Who writes, and what they say about it.</summary>
/// <param name="Member">Null when nobody of this bank did.</param>
/// <param name="Why">What changed, in the writer's words; may be empty.</param>
/// <param name="ShowsName">Whether they sign with their name, as far as their page shows it.</param>
/// <param name="Answer">The answer that they take up; null for words of their own.</param>
public sealed record Writer(Guid? Member, string Why = "", bool ShowsName = false, Guid? Answer = null);

/// <summary>A text as it was at a time; nothing that was read disappears.</summary>
public sealed class ArticleVersion : Entity
{
    private ArticleVersion() { }

    internal ArticleVersion(Guid article, int number, Words words, Writer writer, DateTimeOffset now)
    {
        (ArticleId, Number, At) = (article, number, now);
        (ById, Why, ShowsName, AnswerId) = writer;
        (Title, Summary, Text, Sources) = words;
    }

    public Guid ArticleId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    public string Summary { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>Where to check it, one <see cref="Reference"/> a line.</summary>
    public string Sources { get; private set; } = "";

    /// <summary>The member who wrote it; null when nobody of this bank did, or when they have left.</summary>
    public Guid? ById { get; private set; }

    public string Why { get; private set; } = "";

    /// <summary>Whether its writer signs with their name; otherwise "a member".</summary>
    public bool ShowsName { get; private set; }

    /// <summary>The answer that this version took up: its writer is named there, as they signed it, and nowhere else.</summary>
    public Guid? AnswerId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public Words Words => new(Title, Summary, Text, Sources);
}
