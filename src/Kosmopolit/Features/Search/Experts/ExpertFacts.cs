using Kosmopolit.Features.Members.People;

namespace Kosmopolit.Features.Search.Experts;

/// <summary>All that is known of one person to the one who looks: their page as it is shown, and what they did under their name.</summary>
public sealed record ExpertFacts(PersonView Person)
{
    /// <summary>SNI codes of firms and trades that are shown.</summary>
    public IReadOnlyCollection<string> Sectors { get; init; } = [];

    /// <summary>Answers by name, about a country or none.</summary>
    public IReadOnlyList<GivenAnswer> Answers { get; init; } = [];

    /// <summary>Countries and topics of texts that they stand for by name.</summary>
    public IReadOnlyList<(string Country, string Topic)> Claims { get; init; } = [];

    /// <summary>In a network of the asker's.</summary>
    public bool IsNear { get; init; }

    /// <summary>How much was asked of them; nothing where somebody only looks around.</summary>
    public Burden Burden { get; init; } = Burden.None;
}

/// <param name="Helped">Accepted, thanked for, or told to have worked.</param>
/// <param name="Text">Question and answer, as they stand.</param>
public sealed record GivenAnswer(string Country, string Topic, bool Helped, string Text);

/// <param name="Asks">In the last weeks.</param>
/// <param name="Silent">Asks that brought neither an answer nor a word.</param>
/// <param name="DoNotKnow">Times they said that they do not know the like of this.</param>
public sealed record Burden(int Asks, int Silent, int DoNotKnow)
{
    public static readonly Burden None = new(0, 0, 0);
}
