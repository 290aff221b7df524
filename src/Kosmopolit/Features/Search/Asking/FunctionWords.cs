using System.Collections.Concurrent;
using System.Collections.Frozen;
using Kosmopolit.Features.Search.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fa;
using Lucene.Net.Analysis.Fi;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Sv;
using Lucene.Net.Analysis.Util;

namespace Kosmopolit.Features.Search.Asking;

/// <summary>
/// Words that a question is made with and not about: "vem kan …", "who knows …", "من يعرف …". Swedish, English, Arabic and
/// Persian always, and the reader's own language; not all languages at once, since one's "but" is another's "goal".
/// </summary>
public sealed class FunctionWords
{
    private const string Swedish = """
        vem vilka vilken vilket någon nån några kan kunna känner känna till vet veta hjälper hjälpa hjälp finns söker sök hitta
        har haft jag mig vi oss er ni du behöver vill ska skulle får få bör personer person människor folk medlem medlemmar
        erfarenhet erfarenheter kunskap kunskaper kunnig expert experter kontakt kontakter landet land länder
        talar tala pratar prata språket språk kunnande bra mycket om på i av från med för att som hur gör göra man vad var när
        """;

    private const string English = """
        who whom whose which what where when how somebody someone anyone anybody people person persons member members know knows
        known knowing knowledge speak speaks speaking help helps find looking look search seek seeking need needs want wants can could
        should would may might do does did is are was were be been has have had i me my we us our you your they them
        experience experiences experienced expert experts contact contacts country about in on of from with for to at as by and or
        the a an language talk talks please there any some
        """;

    private const string Arabic = """
        من ما ماذا هل أين متى كيف كم أي يعرف تعرف يعرفون يتكلم تتكلم يتحدث تتحدث يجيد يستطيع تستطيع يمكن أريد احتاج أحتاج نحتاج أبحث ابحث عن في
        إلى على مع عند لدى لديه لديها خبرة خبير خبراء شخص أشخاص عضو أعضاء أحد احدا أحدا بلد دولة الذي التي هذا هذه
        """;

    private const string Persian = """
        چه کسی کی کیست کسی که را در از به با برای و یا آیا چگونه کجا می شناسد میشناسد داند میداند بلد است هست صحبت کند میکند کمک
        نیاز دارم دارد تجربه متخصص فرد افراد عضو اعضا کشور
        """;

    private readonly FrozenSet<string> _always;
    private readonly ConcurrentDictionary<string, FrozenSet<string>> _own = new();

    public FunctionWords() =>
        _always = Folded(
            SwedishAnalyzer
                .DefaultStopSet.Concat(EnglishAnalyzer.DefaultStopSet)
                .Concat(ArabicAnalyzer.DefaultStopSet)
                .Concat(PersianAnalyzer.DefaultStopSet)
                .Append(Swedish)
                .Append(English)
                .Append(Arabic)
                .Append(Persian)
        );

    /// <param name="folded">A folded word.</param>
    /// <param name="readerLanguage">BCP 47 tag.</param>
    public bool Contains(string folded, string readerLanguage) => _always.Contains(folded) || Own(readerLanguage).Contains(folded);

    private FrozenSet<string> Own(string language)
    {
        CharArraySet? stops = language switch
        {
            ['d', 'e', ..] => GermanAnalyzer.DefaultStopSet,
            ['f', 'r', ..] => FrenchAnalyzer.DefaultStopSet,
            ['e', 's', ..] => SpanishAnalyzer.DefaultStopSet,
            ['f', 'i', ..] => FinnishAnalyzer.DefaultStopSet,
            _ => null,
        };
        // Keyed by what is known, not by what is asked: an address may carry any language.
        return stops is null ? [] : _own.GetOrAdd(language[..2], _ => Folded(stops));
    }

    private static FrozenSet<string> Folded(IEnumerable<string> texts) =>
        texts.SelectMany(Word.In).Select(w => w.Folded).ToFrozenSet(StringComparer.Ordinal);
}
