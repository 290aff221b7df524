using Kosmopolit.Features.Members.People;

namespace Kosmopolit.Features.Demo;

/// <summary>The languages of a fictional person: mother tongues, Swedish by years in the country, English by chance.</summary>
internal sealed class DemoTongues(Dice dice, int thisYear)
{
    // Languages of home and street that many speak better than they write.
    private static readonly string[] SeldomWritten = ["syr", "ku", "ckb", "zgh", "kab", "lg", "ln", "wo", "ff", "qu", "yue"];

    public void Teach(Member member, Life life, Shades shades)
    {
        foreach (var tongue in life.Tongues)
        {
            var writes = SeldomWritten.Contains(tongue) && dice.Chance(60) ? dice.Pick([Cefr.A2, Cefr.B1, Cefr.B2]) : Cefr.C2;
            Speak(member, tongue, Cefr.C2, Cefr.C2, writes, shades);
        }
        var years = thisYear - life.Arrived;
        var swedish = (Cefr)Math.Clamp(2 + years / 5 + dice.Below(2), (int)Cefr.A2, (int)Cefr.C2);
        Speak(member, "sv", swedish, Lower(swedish, 30), Lower(swedish, 60), shades);
        if (dice.Chance(78))
        {
            var english = dice.Pick([Cefr.A2, Cefr.B1, Cefr.B1, Cefr.B2, Cefr.B2, Cefr.C1, Cefr.C2]);
            Speak(member, "en", english, Lower(english, 30), Lower(english, 50), shades);
        }
        if (dice.Chance(14))
            Speak(member, dice.Pick(["de", "fr", "ru", "es", "ar", "tr", "fi", "nb"]), Cefr.B1, Lower(Cefr.B1, 50), Cefr.A2, shades);
    }

    private void Speak(Member member, string tongue, Cefr understands, Cefr speaks, Cefr writes, Shades shades)
    {
        if (member.Languages.All(s => s.Language != tongue))
            member.Speak(new LanguageSkill(member.Id, tongue, understands, speaks, writes, shades.Field(dice, 88)));
    }

    private Cefr Lower(Cefr level, int percent) => level > Cefr.A1 && dice.Chance(percent) ? level - 1 : level;
}
