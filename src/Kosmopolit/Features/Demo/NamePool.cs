namespace Kosmopolit.Features.Demo;

/// <summary>
/// How a culture names people: one name or five, the family first or last, a father's name instead. Each entry may carry
/// the spelling in its own script after a bar.
/// </summary>
internal sealed record NamePool(
    string Key,
    int OwnScript,
    IReadOnlyList<string>? Forms,
    IReadOnlyList<string>? Women,
    IReadOnlyList<string>? Men,
    IReadOnlyList<string>? Family,
    IReadOnlyList<string>? FamilyMen,
    IReadOnlyList<string>? Middle,
    IReadOnlyList<string>? Full
)
{
    public PersonName Draw(Dice dice)
    {
        var parts = Full is null ? Parts(dice) : [dice.Pick(Full)];
        var latin = string.Join(' ', parts.Select(p => p.Split('|')[0]));
        var own = parts.All(p => p.Contains('|')) ? string.Join(' ', parts.Select(p => p.Split('|')[1])) : null;
        return new PersonName(own is not null && dice.Chance(OwnScript) ? own : latin, latin);
    }

    private List<string> Parts(Dice dice)
    {
        var man = dice.Chance(54);
        var given = man ? Men! : Women!;
        var family = man && FamilyMen is not null ? FamilyMen : Family!;
        var taken = new HashSet<string>();
        return [.. dice.Pick(Forms!).Split(' ').Select(slot => Fill(slot, given, family, taken, dice))];
    }

    private string Fill(string slot, IReadOnlyList<string> given, IReadOnlyList<string> family, HashSet<string> taken, Dice dice)
    {
        var pool = slot switch
        {
            "{g}" or "{g2}" => given,
            "{m}" or "{m2}" => Men!,
            "{x}" => Middle!,
            _ => family,
        };
        string part;
        do part = dice.Pick(pool);
        while (!taken.Add(part) && pool.Count > 1);
        return part;
    }
}

/// <param name="Shown">As the person spells it.</param>
/// <param name="Latin">In Latin letters, for an e-mail address.</param>
internal sealed record PersonName(string Shown, string Latin);
