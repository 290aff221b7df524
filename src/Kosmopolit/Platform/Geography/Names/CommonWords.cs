using System.Collections.Frozen;

namespace Kosmopolit.Platform.Geography.Names;

/// <summary>
/// Everyday words that are also names somewhere, held against the ten thousand most frequent words of Swedish, English,
/// Arabic and Persian. In a sentence they are taken for the word, unless they plainly stand as a place.
/// </summary>
internal static class CommonWords
{
    private static readonly FrozenSet<string> Swedish = Set(
        """
        jag du han hon den det vi ni de dem man en ett i på av för med till som är var vara varit vore kan kunde kom kommer ska skall
        vill får fick har hade inte men och eller om när där här hur vad vem vilka vilken vart sin sig sitt min mina mitt din dina ditt
        vår våra vårt er era ert alla allt mer mest många mycket någon något några ingen inget inga så då nu sen sena än också bara
        redan andra annan annat första sista ny nya god gott bra stor stora liten små lång kort finn finns finna finnas finner finnes
        fann medan medans ful fula fången fånga fånge lett lette ange angav mark marken marker marks mal mala mora bar bo sal sala ed kil
        berg bergen klippan kakor serie serien varna köper lille rom hamna hamnar gift gifta gifte gifter krigare porträtt skotten
        skottet indianer indianerna indianen märks est kur kåre kinda nära ale ur över under efter mellan utan mot vid från sedan
        väst öst norr söder västindien västindiens ostindien ostindiska västindisk bara böner laga ro
        """
    );

    private static readonly FrozenSet<string> English = Set(
        """
        a an and any are as at be been but by can come could did do does for from get go had has have he her him his how if in into
        is it its just know like made make many may me might more most much must my need no not now of off on one only or other our
        out over own people say she should so some such take than that the their them then there these they this those to too up
        us use very was way we well were what when where which who will with would year you your bath bush car colon cork fez finest
        fur hue indie indiana islands kinda latina latinas letter letters letting lima logging male males manor maria marie marina
        mark marks marshall meta mobile mon moms nice noon noone pole poles polished presently presented presenting porter reading
        reunion roc same series shant slave slaves sour split state states suez tyre wan wash wells wu oz van dan mari sari tema sine
        basket baskets batman bar bars
        """
    );

    /// <summary>First names and family names first, cities after.</summary>
    private static readonly FrozenSet<string> People = Set(
        """
        austin bern chester dallas daniel douglas florence fry hamilton kingston leon lincoln lund nora orlando regina salem sandviken
        santiago scott sidney sofia stanley sydney victoria wellington phoenix plymouth picard maurice mona sala erika gary frank
        """
    );

    /// <summary>Folded, because the hamza and the dots of the last letter are left out as often as not.</summary>
    private static readonly FrozenSet<string> Arabic = Set(
        """
        من في على الى عن مع هذا هذه ما لا ان او كل هل كان قد الخبر خبر خبري العين عين عيني عينيه عيون العيون المشهد مشهد الصور صور
        الميدان ميدان الليل ليل ليلي الفارس فارس رياضي رياضيه الرياضيه عصب عصبي عصبيه العصبيه العصبي الجده جده الزرقا زرقا اليمني
        البندقيه بندقيه فرقه ورقه ورقا جنين سالم نورا قم سول نيش كالي برن سوسه وسوسه دوشنبه شام حله بريده ايستاد بودن اله الهي الاله
        مارك اوره بيري لوما وكاله بلوند باله الغنا الماليه ماليه نوك كندي موريس كلاوس مان مالي ماني داني ميتا شان الشان بشان شانه جو
        الجو جا يو دان مون مامان نون كنون كنوني فكري جندي الجندي موسي اسو اسامي فوري فوريه تورو كادو كري كرو بامن كويين اردو خمير
        ماري ماريان ماريون مارين سيندي سندي بدين والدين دفعه دفعات بعيد بعيده عمله عقده تعرفه ببينين بينين باني بيارين رويه روايه
        ممثله فداكاري رندي كفايه اكان امتيازي موردي
        """
    );

    /// <summary>Codes that mean something else when people write them: information technology, human resources.</summary>
    private static readonly FrozenSet<string> Abbreviations = Set(
        """
        AD AI AM AS AT BA BE CA CC CV DO GM HM HR ID IM IN IO IS IT KM LI MA MC ME MG MP MS MY NC NE NO NR PA PM PR PS RE SC SO TC
        TM TO TV VA VI
        """
    );

    private static readonly FrozenSet<string> PlacePrepositions = Set(
        "i från till nära kring runt utanför mellan vid via in from to near around outside between at via of"
    );

    private static readonly FrozenSet<string> PlaceNouns = Set(
        "kommun kommuns kommunen kommuner stad county municipality city town airport hamn län"
    );

    /// <param name="spelling">In lower case with its accents.</param>
    public static bool Has(string spelling) => Swedish.Contains(spelling) || English.Contains(spelling) || People.Contains(spelling);

    /// <param name="folded">A word in Arabic letters.</param>
    public static bool HasArabic(string folded) => Arabic.Contains(folded);

    public static bool IsAbbreviation(string code) => Abbreviations.Contains(code);

    public static bool IsPlacePreposition(string spelling) => PlacePrepositions.Contains(spelling);

    public static bool IsPlaceNoun(string spelling) => PlaceNouns.Contains(spelling);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
