namespace Kosmopolit.Features.Demo;

/// <summary>What fictional members propose and say to each other.</summary>
internal static class DemoTalk
{
    public static readonly (string Title, string Text)[] Done =
    [
        (
            "Vi träffas första tisdagen varje månad",
            "Samma dag varje månad gör det lätt att planera.\nVi börjar klockan 17.30 och bjuder på fika."
        ),
        (
            "Gemensam monter på företagsmässan",
            "Fyra företag delar på en monter. Det kostar en fjärdedel för var och en och vi syns bättre."
        ),
        ("Medlemsavgift 200 kronor om året", "Pengarna går till lokal och kaffe. Den som är nystartad betalar inget första året."),
        ("Vi bjuder in kommunens näringslivschef", "Ett samtal i höst om hur kommunen kan köpa av fler småföretag."),
        ("Nätverkets möten hålls på lätt svenska", "Vi talar långsamt och sammanfattar på arabiska och engelska när någon ber om det."),
    ];

    public static readonly (string Title, string Text)[] Open =
    [
        (
            "Resa till hamnen i Gdynia i maj",
            "Två dagar: besök på terminalen och möten med tre speditörer.\nKostnaden delas lika mellan dem som åker."
        ),
        ("Ett gemensamt lager för returer", "Vi hyr 40 kvadratmeter tillsammans. Den som använder mest betalar mest."),
        ("Mentorer för dem som startar i år", "Varje ny medlem får en erfaren medlem att ringa till under ett halvår."),
        ("Ändrad mötestid för föräldrar", "Vartannat möte klockan 12 i stället för på kvällen, så att fler kan komma."),
        ("Vi ansluter oss till hållbarhetslöftet", "Ett gemensamt löfte om transporter och förpackningar som vi kan visa kunder."),
    ];

    public static readonly (string Title, string Text)[] New =
    [
        ("En gemensam ordlista för tullpapper", "Vi samlar de ord som alltid blir fel, på de språk vi talar."),
        ("Studiebesök hos varandra", "En gång i kvartalet visar ett företag hur det arbetar. Tolv personer i taget."),
        ("Byt lokal till biblioteket", "Biblioteket är gratis, ligger nära bussen och har skärm."),
        ("Gemensam försäkring för varor på väg", "Jag har fått ett erbjudande som gäller om minst åtta företag är med."),
        ("Barnpassning under stormötet", "Två studenter passar barnen i rummet bredvid. Det kostar 900 kronor."),
    ];

    public static readonly string[] Agreeing =
    [
        "Bra idé. Jag kan ordna kaffet första gången.",
        "Tack! Då tar jag med bullar.",
        "Jag röstar ja.",
    ];

    public static readonly string[] Doubting =
    [
        "Vad kostar det för den som bara kan vara med halva tiden?",
        "Lika för alla, men den som kommer en dag betalar hälften.",
        "Jag är tveksam. Kan vi inte vänta till hösten?",
    ];

    public static readonly string[] Asking =
    [
        "Vem håller i det?",
        "Jag kan börja, om någon hjälper till med arabiskan.",
        "Jag hjälper gärna till.",
    ];

    private static readonly string[] Pitches =
    [
        "Jag har lett nätverket ett tag och vill gärna fortsätta. Fler ska våga fråga.",
        "Jag vill att vi besöker varandra mer och sitter i möten mindre.",
        "Jag kan avtal och vill att ingen skriver under något ensam.",
    ];

    public static string Pitch(int number) => Pitches[number % Pitches.Length];
}
