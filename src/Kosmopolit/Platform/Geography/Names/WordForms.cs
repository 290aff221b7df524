namespace Kosmopolit.Platform.Geography.Names;

/// <summary>A part of a folded text that may be a name without its endings and prefixes.</summary>
/// <param name="From">First character.</param>
/// <param name="To">After the last character.</param>
/// <param name="Prefix">Whether a preposition or a conjunction was taken off.</param>
/// <param name="Article">Whether an Arabic article was taken off.</param>
/// <param name="Common">Whether only a common noun or an adjective bends so.</param>
internal readonly record struct WordForm(int From, int To, bool Prefix, bool Article, bool Common);

/// <summary>Takes endings and prefixes off words in Swedish, English, Russian, Arabic, Persian, Amharic and Tigrinya.</summary>
internal static class WordForms
{
    private const int ShortestStem = 4;
    private const int ShortestArabicStem = 3;
    private const int ShortestEthiopicStem = 2;

    private static readonly (string[] Endings, bool Common, int Shortest)[] Latin =
    [
        (["s"], false, ShortestStem),
        ([.. "en ens et ets er ers erna ar ars arna arnas".Split(' ')], true, ShortestStem),
        ([.. "n ns t ts a as e es na nas r rs ernas or orna are ed ing ly".Split(' ')], true, ShortestStem + 1),
    ];

    private static readonly (string[] Endings, bool Common, int Shortest)[] Cyrillic =
    [
        ([.. "а у е ом ой и ы".Split(' ')], false, ShortestStem),
    ];

    /// <summary>The ending that makes an adjective, ta marbuta, plurals; letters as they are after folding.</summary>
    private static readonly (string[] Endings, bool Common, int Shortest)[] Arabic =
    [
        ([.. "ي يه ها ين ون".Split(' ')], false, ShortestArabicStem + 1),
        ([.. "ه ات ان هاي يون يين".Split(' ')], true, ShortestArabicStem + 1),
    ];

    /// <summary>"And", "with", "for", "so", "as" are written onto the next word.</summary>
    private static readonly string[] ArabicPrefixes = [.. "و ف ب ل ك وب ول وك فب فل".Split(' ')];

    private static readonly string[] ArabicArticles = [.. "ال وال فال بال كال وبال وكال لل ولل فلل".Split(' ')];

    /// <summary>"In", "of", "from" and "to" in Amharic and Tigrinya.</summary>
    private static readonly string[] EthiopicPrefixes = [.. "በ የ ለ ከ ብ ን ናይ ካብ ኣብ".Split(' ')];

    /// <summary>The forms to try for <paramref name="text"/> from one character to another, the untouched one first.</summary>
    public static List<WordForm> Of(string text, int from, int to)
    {
        var forms = new List<WordForm>(16) { new(from, to, false, false, false) };
        if (Letters.IsArabic(text[from]))
        {
            TakeOffPrefixes(forms, text, ArabicPrefixes, ShortestArabicStem, article: false);
            TakeOffPrefixes(forms, text, ArabicArticles, ShortestArabicStem, article: true);
        }
        else if (Letters.IsEthiopic(text[from]))
            TakeOffPrefixes(forms, text, EthiopicPrefixes, ShortestEthiopicStem, article: false);
        var beginnings = forms.Count;
        for (var i = 0; i < beginnings; i++)
            TakeOffEndings(forms, text, forms[i]);
        return forms;
    }

    private static void TakeOffPrefixes(List<WordForm> forms, string text, string[] prefixes, int shortest, bool article)
    {
        var whole = forms[0];
        foreach (var prefix in prefixes)
            if (whole.To - whole.From >= prefix.Length + shortest && text.AsSpan(whole.From).StartsWith(prefix, StringComparison.Ordinal))
                forms.Add(whole with { From = whole.From + prefix.Length, Prefix = true, Article = article });
    }

    private static void TakeOffEndings(List<WordForm> forms, string text, WordForm form)
    {
        var word = text.AsSpan(form.From, form.To - form.From);
        var last = word[^1];
        foreach (
            var (endings, common, shortest) in Letters.IsArabic(last) ? Arabic
            : last >= '\u0400' ? Cyrillic
            : Latin
        )
        foreach (var ending in endings)
            if (word.Length >= shortest + ending.Length && word.EndsWith(ending, StringComparison.Ordinal))
                forms.Add(form with { To = form.To - ending.Length, Common = common });
    }
}
