using System.Globalization;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Features.Members.Profile;

/// <summary>Reads what people write about a country and years: any language, any digits, and says what cannot be.</summary>
public sealed class GroundReading(TypedNames names, Atlas atlas, TimeProvider clock)
{
    private const int Oldest = 1920;

    public Outcome<Ground> Read(GroundInput input)
    {
        var year = clock.GetUtcNow().Year;
        var basis = (input.Basis ?? []).Aggregate(Basis.None, (all, one) => all | one);
        var (country, unknown) = names.Country(input.Country!, nameof(input.Country));
        if (country is null)
            return unknown!;
        if (basis == Basis.None || (basis & ~Bases.All.Aggregate((a, b) => a | b)) != 0)
            return new Refusal("Tick at least one way in which you know the country.", nameof(input.Basis));
        if (Wrong(input.From, nameof(input.From), year) is { } from)
            return from;
        if (Wrong(input.Until, nameof(input.Until), year) is { } until)
            return until;
        if (Wrong(input.LastContact, nameof(input.LastContact), year) is { } contact)
            return contact;
        var ground = new Ground(country, basis, Year(input.From), Year(input.Until), PlainText.Clean(input.Place), Year(input.LastContact));
        return Impossible(ground, input) is { } impossible ? impossible : ground;
    }

    private Refusal? Impossible(Ground ground, GroundInput input)
    {
        if (ground.Until < ground.From)
            return new Refusal("The last year comes before the first. Perhaps they changed places?", nameof(input.Until));
        if (ground.LastContact < ground.From)
            return new Refusal("The last contact comes before the first year.", nameof(input.LastContact));
        if (atlas.FormerState(ground.Country) is not { Kind: not "name" } former)
            return null;
        var name = former.Name(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        if (ground.From > former.To)
            return new Refusal("{0} ended in {1}. Choose the country of today instead.", nameof(input.From), name, Written(former.To));
        return ground.Until > former.To && !ground.Basis.HasFlag(Basis.FamilyTies)
            ? new Refusal("{0} ended in {1}. For later years add the country of today.", nameof(input.Until), name, Written(former.To))
            : null;
    }

    /// <summary>Why this cannot be a year that somebody remembers; null when it can, or when nothing is written.</summary>
    internal static Refusal? Wrong(string? typed, string field, int thisYear)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (Year(typed) is not { } year)
            return new Refusal("Write the year with four digits, such as 1998.", field);
        if (year > thisYear)
            return new Refusal("{0} has not come yet.", field, Written(year));
        return year < Oldest ? new Refusal("{0} is too long ago. Write a year from {1} on.", field, Written(year), Written(Oldest)) : null;
    }

    /// <summary>A year may be typed with the digits of any script.</summary>
    internal static int? Year(string? typed)
    {
        var digits = string.Concat(PlainText.Clean(typed).Select(c => char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c));
        return digits.Length == 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
    }

    private static string Written(int year) => year.ToString(CultureInfo.InvariantCulture);
}
