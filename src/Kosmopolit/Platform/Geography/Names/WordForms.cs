namespace Kosmopolit.Platform.Geography.Names;

/// <summary>A part of a folded text that may be a name without its endings and prefixes.</summary>
/// <param name="From">First character.</param>
/// <param name="To">After the last character.</param>
/// <param name="Common">Whether only a common noun or an adjective bends so.</param>
internal readonly record struct WordForm(int From, int To, bool Common);

/// <summary>Takes endings and prefixes off words in Swedish, English, Arabic, Persian, Amharic and Tigrinya.</summary>
internal static class WordForms
{
    private const int ShortestStem = 4;
    private const int ShortestArabicStem = 3;
    private const int ShortestEthiopicStem = 2;

    private static readonly string[] Genitives = ["s", "es"];

    private static readonly string[] CommonEndings =
    [
        .. "n ns en ens et ets t ts a as e na nas r rs er ers erna ernas ar ars arna arnas or orna are ed ing ly".Split(' '),
    ];

    /// <summary>Ta marbuta, plurals, and the ending that makes an adjective; letters as they are after folding.</summary>
    private static readonly string[] ArabicEndings = ["ي", "يه", "ها", "ين", "ون"];

    private static readonly string[] ArabicCommonEndings = ["ه", "ات", "ان", "هاي", "يون", "يين"];

    /// <summary>"And", "with", "for", "so", "as" are written onto the next word, alone or before the article.</summary>
    private static readonly string[] ArabicPrefixes =
    [
        .. "و ف ب ل ك وب ول وك فب فل ال وال فال بال كال وبال وكال لل ولل فلل".Split(' '),
    ];

    /// <summary>"In", "of", "from" and "to" in Amharic and Tigrinya.</summary>
    private static readonly string[] EthiopicPrefixes = ["በ", "የ", "ለ", "ከ", "ብ", "ን", "ናይ", "ካብ", "ኣብ"];

    /// <summary>The forms to try for <paramref name="text"/> from one character to another, the untouched one first.</summary>
    public static List<WordForm> Of(string text, int from, int to)
    {
        var forms = new List<WordForm>(16) { new(from, to, false) };
        if (Letters.IsArabic(text[from]))
            TakeOffPrefixes(forms, text, ArabicPrefixes, ShortestArabicStem);
        else if (Letters.IsEthiopic(text[from]))
            TakeOffPrefixes(forms, text, EthiopicPrefixes, ShortestEthiopicStem);
        var beginnings = forms.Count;
        for (var i = 0; i < beginnings; i++)
            TakeOffEndings(forms, text, forms[i]);
        return forms;
    }

    private static void TakeOffPrefixes(List<WordForm> forms, string text, string[] prefixes, int shortest)
    {
        var whole = forms[0];
        foreach (var prefix in prefixes)
            if (whole.To - whole.From >= prefix.Length + shortest && text.AsSpan(whole.From).StartsWith(prefix, StringComparison.Ordinal))
                forms.Add(whole with { From = whole.From + prefix.Length });
    }

    private static void TakeOffEndings(List<WordForm> forms, string text, WordForm form)
    {
        if (Letters.IsArabic(text[form.To - 1]))
        {
            Add(ArabicEndings, false, ShortestArabicStem);
            Add(ArabicCommonEndings, true, ShortestArabicStem);
        }
        else
        {
            Add(Genitives, false, ShortestStem);
            Add(CommonEndings, true, ShortestStem);
        }

        void Add(string[] endings, bool common, int shortest)
        {
            foreach (var ending in endings)
                if (form.To - form.From >= shortest + ending.Length && text.AsSpan(form.From, form.To - form.From).EndsWith(ending, StringComparison.Ordinal))
                    forms.Add(form with { To = form.To - ending.Length, Common = common });
        }
    }
}
