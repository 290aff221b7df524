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
