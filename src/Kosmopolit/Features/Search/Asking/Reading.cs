using Kosmopolit.Features.Search.Analysis;

namespace Kosmopolit.Features.Search.Asking;

/// <summary>A question as it was understood.</summary>
public sealed record Reading
{
    /// <summary>The text that counts: cleaned and cut.</summary>
    public required string Text { get; init; }

    /// <summary>Names found in the text, each with the codes it may stand for.</summary>
    public required IReadOnlyList<Lead> Leads { get; init; }

    /// <summary>Words that carry meaning.</summary>
    public required IReadOnlyList<QueryWord> Words { get; init; }

    /// <summary>The kind of answer that the text asks for; null when it does not say.</summary>
    public Aim? Aim { get; init; }

    /// <summary>Ten digits of a legal person's number that the text consists of, or null.</summary>
    public string? Number { get; init; }

    /// <summary>What the text means, of length one; null when there were only words to go by.</summary>
    public float[]? Vector { get; init; }

    /// <summary>Whether the text says nothing beyond its leads: "who knows …?". A hit must then answer them.</summary>
    public bool OnlyLeads => Leads.Count > 0 && Words.All(w => w.IsLead);

    public IEnumerable<string> Codes(LeadKind kind) =>
        Leads.SelectMany(l => l.Meanings).Where(m => m.Kind == kind).Select(m => m.Code).Distinct();
}

/// <summary>A name in the text. "Kurdistan" may mean four countries: a hit needs one of them.</summary>
public sealed record Lead(int Start, int Length, string Text, IReadOnlyList<Meaning> Meanings)
{
    /// <summary>A topic alone narrows little, so it orders hits and does not exclude any.</summary>
    public bool IsTopic => Meanings.All(m => m.Kind == LeadKind.Topic);

    /// <summary>A line of business is an everyday word, found also in compounds; a place is a name.</summary>
    public bool IsTrade => Meanings.All(m => m.Kind == LeadKind.Sector);

    public bool Overlaps(Word word) => word.Start < Start + Length && Start < word.Start + word.Length;
}

public readonly record struct Meaning(LeadKind Kind, string Code);

/// <param name="Text">As the reader wrote it.</param>
/// <param name="IsLead">Part of a name that was understood; it still counts as a word, but a hit need not contain it.</param>
public readonly record struct QueryWord(Word Word, string Text, bool IsLead);
