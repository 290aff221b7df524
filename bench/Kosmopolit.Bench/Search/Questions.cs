using Kosmopolit.Features.Search;

namespace Kosmopolit.Bench.Search;

/// <summary>What people type: names, sentences and filters, in three languages, narrow and wide, with and without an answer.</summary>
internal static class Questions
{
    public static IReadOnlyList<SearchQuestion> All { get; } =
    [
        new("Iran"),
        new("Vietnam"),
        new("vem kan Irak?"),
        new("vem vet hur man förtullar i Turkiet"),
        new("tyska kunder"),
        new("persiska"),
        new("Vitryssland export trä"),
        new("får jag bjuda en saudisk kund på lunch under ramadan?"),
        new("möbler Polen"),
        new("företag som säljer till Norge", Kinds.Firm),
        new("Umeå"),
        new("bygg"),
        new("kontrakt upphandling"),
        new("Övre Norrland", Kinds.Network),
        new("arabiska Umeå", Kinds.Person),
        new("who knows customs in Brazil", ReaderLanguage: "en"),
        new("Somali speaking person who has traded in Somalia", Kinds.Person, ReaderLanguage: "en"),
        new("timber", ReaderLanguage: "en"),
        new("Chinese business culture", ReaderLanguage: "en"),
        new("religion in India", ReaderLanguage: "en"),
        new("من يعرف العراق", ReaderLanguage: "ar"),
        new("الصين", ReaderLanguage: "ar"),
        new("فارسی"),
        new("zzzz qqqq"),
        new("", Kinds.Person),
        new("", Kinds.Person, Country: "IQ"),
        new("", Kinds.Person, Country: "SY", Topic: "culture"),
        new("", Kinds.Person, Language: "ar", Region: "2480"),
        new("import", Kinds.Firm, Country: "DE"),
        new("lived and worked", Kinds.Person, Topic: "business", ReaderLanguage: "en"),
    ];
}
