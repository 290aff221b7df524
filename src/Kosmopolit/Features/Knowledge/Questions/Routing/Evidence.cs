using System.Globalization;

namespace Kosmopolit.Features.Knowledge.Questions.Routing;

/// <summary>What speaks for asking somebody. The numbers are stored.</summary>
public enum EvidenceKind
{
    /// <summary>Declares to know the country asked about.</summary>
    Market = 1,

    /// <summary>Declares to know a state that stood on the same ground.</summary>
    FormerMarket = 2,

    /// <summary>Speaks the language asked for.</summary>
    Language = 3,

    /// <summary>Knows the trade asked about.</summary>
    Sector = 4,

    /// <summary>Has answered questions about it in their own name.</summary>
    Answers = 5,

    /// <summary>Stands by name for passages of the knowledge bank about it.</summary>
    Claims = 6,

    /// <summary>Has written about it.</summary>
    Words = 7,

    /// <summary>Is a member of a network of the asker's.</summary>
    Near = 8,

    /// <summary>The asker named this very person.</summary>
    Named = 9,
}

/// <summary>
/// One reason, in codes and numbers only: a sentence is made of it for whoever reads it. It is kept with an ask and shown
/// to the one who is asked; nothing that its owner hid from the asker ever becomes one.
/// </summary>
/// <param name="Code">Country, language or trade; empty where there is none.</param>
/// <param name="First">Market: basis flags. Language: level. Answers, claims: how many.</param>
/// <param name="Second">Answers: how many helped.</param>
public sealed record Evidence(EvidenceKind Kind, string Code = "", int First = 0, int Second = 0)
{
    /// <summary>Of a market: first and last year and the year of the last contact, 0 where not told.</summary>
    public int From { get; init; }

    public int Until { get; init; }

    public int Contact { get; init; }

    /// <summary>The topics asked about that are known of a market, as flags.</summary>
    public int Topics { get; init; }

    /// <summary>Most characters of <see cref="Pack"/>; reasons beyond are left out.</summary>
    public const int MostPacked = 400;

    /// <summary>As it is stored: <c>1/IR/4/0/2005/2014/2024/32;3/fa/5/0/0/0/0/0;</c>.</summary>
    public static string Pack(IEnumerable<Evidence> all)
    {
        var packed = "";
        foreach (var one in all)
        {
            var next = string.Create(
                CultureInfo.InvariantCulture,
                $"{(int)one.Kind}/{one.Code}/{one.First}/{one.Second}/{one.From}/{one.Until}/{one.Contact}/{one.Topics};"
            );
            if (packed.Length + next.Length > MostPacked)
                break;
            packed += next;
        }
        return packed;
    }

    /// <summary>What cannot be read, from a later version perhaps, is left out.</summary>
    public static IReadOnlyList<Evidence> Unpack(string packed) =>
        [.. packed.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Read).OfType<Evidence>()];

    private static Evidence? Read(string one)
    {
        var parts = one.Split('/');
        if (parts.Length != 8 || !Enum.TryParse<EvidenceKind>(parts[0], out var kind) || !Enum.IsDefined(kind))
            return null;
        var numbers = new int[6];
        for (var i = 0; i < numbers.Length; i++)
            if (!int.TryParse(parts[2 + i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return null;
        return new Evidence(kind, parts[1], numbers[0], numbers[1])
        {
            From = numbers[2],
            Until = numbers[3],
            Contact = numbers[4],
            Topics = numbers[5],
        };
    }
}
