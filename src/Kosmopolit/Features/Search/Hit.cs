using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;

namespace Kosmopolit.Features.Search;

/// <summary>
/// One thing found, and why. What is shown of it was read from the database for this very reader; exactly one of
/// <see cref="Person"/>, <see cref="Firm"/>, <see cref="Network"/>, <see cref="Article"/>, <see cref="Question"/>, <see cref="Activity"/> is set, none for a country.
/// </summary>
/// <param name="Key">Last part of the address: slug, or alpha-2 in upper case.</param>
public sealed record Hit(string Kind, Guid? Id, string Key, IReadOnlyList<Why> Why, Snippet? Snippet = null)
{
    public PersonView? Person { get; init; }

    public FirmView? Firm { get; init; }

    public Network? Network { get; init; }

    public Article? Article { get; init; }

    public Question? Question { get; init; }

    public Activity? Activity { get; init; }

    /// <summary>Where on its page the snippet stands, from the sign <c>#</c> on; empty for its head.</summary>
    public string Place { get; init; } = "";
}

/// <summary>A piece of the holder's own text in which words of the question stand.</summary>
/// <param name="Language">BCP 47 tag of the text.</param>
/// <param name="Marks">Where in <paramref name="Text"/> the words stand, in order, not overlapping.</param>
public sealed record Snippet(string Text, string Language, IReadOnlyList<Mark> Marks);

/// <summary>UTF-16 units from the start of the text.</summary>
public readonly record struct Mark(int Start, int Length);
