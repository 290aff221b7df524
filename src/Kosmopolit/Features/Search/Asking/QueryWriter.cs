using Kosmopolit.Features.Search.Analysis;
using Kosmopolit.Platform.Search;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Fields = Kosmopolit.Features.Search.Index.Fields;

namespace Kosmopolit.Features.Search.Asking;

/// <summary>Turns an understood question into a query of the index: facts lead, words follow.</summary>
public sealed class QueryWriter(FactClauses facts, Stemming stemming)
{
    /// <summary>Everything but the kind and the audience: the first is counted beside, the second is a filter.</summary>
    public Query Write(Reading reading, SearchQuestion question, IndexReader index)
    {
        var words = new WordClauses(stemming, question.ReaderLanguage, word => index.DocFreq(new Term(Fields.Folded, word)) > 0);
        List<string> topics = [.. reading.Codes(LeadKind.Topic), .. Given(question.Topic)];
        var filters = Filters(question).ToList();
        var ranked = Clauses.Ranked(Matching(reading, words, topics), [.. filters.Select(f => facts.For(f.Meaning, topics))]);
        return filters.Count == 0 ? ranked : Clauses.All([ranked, .. filters.Select(f => Clauses.Only(f.Query))]);
    }

    private Query Matching(Reading reading, WordClauses words, List<string> topics)
    {
        if (reading.Text.Length == 0)
            return new MatchAllDocsQuery();
        var leads = reading.Leads.Select(l => new AskedLead(l, facts.For(l, topics), Named(l, reading, words))).ToList();
        var own = reading.Words.Where(w => !w.IsLead).Select(words.For).ToList();
        var text = Clauses.Any(own, Weights.WordsNeeded(own.Count));
        if (leads.Count == 0)
            return text;
        var answers = Answers(reading, leads);
        var matching = reading.OnlyLeads ? answers : Clauses.Any([answers, text]);
        return Clauses.Ranked(Clauses.Only(matching), [.. leads.Select(l => l.Fact), .. leads.Select(l => l.Words), .. own]);
    }

    /// <summary>The lead's own words in texts: the best of them, so that "Ho Chi Minh City" does not count four times.</summary>
    private static Query Named(Lead lead, Reading reading, WordClauses words)
    {
        var named = Clauses.Best([.. reading.Words.Where(w => w.IsLead && lead.Overlaps(w.Word)).Select(words.For)], tie: 0);
        named.Boost *= Weights.LeadWords;
        return named;
    }

    /// <summary>Every lead, by a declared fact or by the name in the holder's own text; topics only when there is nothing else.</summary>
    private static BooleanQuery Answers(Reading reading, List<AskedLead> leads)
    {
        var narrow = leads.Where(l => !l.Lead.IsTopic).ToList();
        if (narrow.Count == 0)
            return Clauses.All(leads.Select(l => Clauses.Any([l.Fact, l.Words])));
        var needed = Clauses.All(narrow.Select(l => Clauses.Any([l.Fact, Mention(l.Lead)])));
        return narrow.Count > 1 ? Clauses.Any([needed, IsOneOf(reading)]) : needed;
    }

    // Names are looked for as they stand: a piece of "Iran" is in "iransk", but also in "kirana".
    private static BooleanQuery Mention(Lead lead) => Clauses.All(Word.In(lead.Text).Select(WordClauses.Exactly));

    // "Who speaks Farsi in Umeå and knows Iran": the country's own page is still an answer.
    private static Query IsOneOf(Reading reading) => Clauses.AnyFact(SearchField.Is, reading.Codes(LeadKind.Country), 1);

    /// <summary>The filters of the address: a hit must pass each.</summary>
    private static IEnumerable<(Query Query, Meaning Meaning)> Filters(SearchQuestion question)
    {
        if (question.Country is { } country)
            yield return (Term(SearchField.Country, country), new(LeadKind.Country, country));
        foreach (var topic in Given(question.Topic))
            yield return (
                question.Country is { } on ? Term(SearchField.CountryTopic, $"{on}/{topic}") : Term(SearchField.Topic, topic),
                new(LeadKind.Topic, topic)
            );
        if (question.Language is { } language)
            yield return (Term(SearchField.Language, language), new(LeadKind.Language, language));
        if (question.Sector is { } sector)
            yield return (Term(SearchField.Sector, sector), new(LeadKind.Sector, sector));
        if (question.Region is { } region)
            yield return (Term(SearchField.Region, region), new(LeadKind.Region, region));
    }

    private static IEnumerable<string> Given(string? topic) => topic is null ? [] : [topic];

    private static TermQuery Term(string field, string code) => new(new Term(field, code));

    /// <param name="Fact">Declared.</param>
    /// <param name="Words">Written in a text, in any form.</param>
    private readonly record struct AskedLead(Lead Lead, Query Fact, Query Words);
}
