using Kosmopolit.Features.Search.Analysis;
using Kosmopolit.Features.Search.Matching;
using Kosmopolit.Features.Search.Meanings;
using Kosmopolit.Platform.Search;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Fields = Kosmopolit.Features.Search.Index.Fields;

namespace Kosmopolit.Features.Search.Asking;

/// <summary>Turns an understood question into a query of the index: facts lead, words follow.</summary>
public sealed class QueryWriter(FactClauses facts, Stemming stemming)
{
    /// <summary>
    /// What is found, in a first order. Everything but the kind and the audience: the first is counted beside, the second is
    /// a filter.
    /// </summary>
    internal Written Write(Reading reading, SearchQuestion question, TermBook terms) =>
        Write(Declared(reading, question), new(new(stemming), question.ReaderLanguage, terms, closely: false));

    /// <summary>
    /// The same, and beside it the query for the best of what was found: that puts them in order with everything that is known of
    /// words. What was declared counts alike in both, so the two share its clauses.
    /// </summary>
    internal (Written Found, Func<(Query Query, IReadOnlyList<SoughtWord> Words)> Closely) WriteBoth(
        Reading reading,
        SearchQuestion question,
        TermBook terms
    )
    {
        var (declared, stems) = (Declared(reading, question), new KnownStems(stemming));
        return (
            Write(declared, new(stems, question.ReaderLanguage, terms, closely: false)),
            () =>
            {
                var words = new WordClauses(stems, question.ReaderLanguage, terms, closely: true);
                return (Write(declared, words).Query, [.. reading.Words.Select(w => words.Sought(w))]);
            }
        );
    }

    private DeclaredClauses Declared(Reading reading, SearchQuestion question)
    {
        List<string> topics = [.. reading.Codes(LeadKind.Topic), .. Given(question.Topic)];
        return new(
            reading,
            [.. reading.Leads.Select(l => (l, (Query)facts.For(l, topics)))],
            [.. Filters(question).Select(f => (Clauses.Only(f.Query), facts.For(f.Meaning, topics)))]
        );
    }

    private static Written Write(DeclaredClauses declared, WordClauses words)
    {
        var reading = declared.Reading;
        var (matching, text) = Matching(declared, words);
        if (reading.Vector is { Length: > 0 } vector)
            matching = Clauses.Any([matching, new ConstantScoreQuery(new NearFilter(vector)) { Boost = 0 }]);
        var ranked = Clauses.Ranked(matching, [.. declared.Filters.Select(f => f.Fact)]);
        if (reading.Aim is { } aim)
            ranked = Clauses.Ranked(ranked, [Aimed(aim)]);
        return new(declared.Filters.Count == 0 ? ranked : Clauses.All([ranked, .. declared.Filters.Select(f => f.Passes)]), text);
    }

    private static Written Matching(DeclaredClauses declared, WordClauses words)
    {
        var reading = declared.Reading;
        if (reading.Text.Length == 0)
            return new(new MatchAllDocsQuery(), null);
        if (reading.Number is { } number)
            return new(Clauses.Fact(SearchField.Number, number, Weights.IsTheCountry), null);
        var leads = declared.Leads.Select(l => new AskedLead(l.Lead, l.Fact, Named(l.Lead, reading, words))).ToList();
        var own = reading.Words.Where(w => !w.IsLead).Select(words.For).ToList();
        var text = Clauses.Any(own, Weights.WordsNeeded(own.Count));
        var called = WholeName(reading);
        if (leads.Count == 0)
            return new(Clauses.Ranked(text, called), text);
        var answers = Answers(reading, leads, words);
        var matching = reading.OnlyLeads ? answers : Clauses.Any([answers, text]);
        var ranked = Clauses.Ranked(
            Clauses.Only(matching),
            [.. leads.Select(l => l.Fact), .. leads.Select(l => l.Words), .. own, .. called]
        );
        return new(ranked, reading.OnlyLeads ? null : text);
    }

    /// <summary>"Anna Berg": whoever is called all of it comes before whoever is called part of it.</summary>
    private static IReadOnlyList<Query> WholeName(Reading reading) =>
        reading.Words.Count is > 1 and < 6 && reading.Words.All(w => w.Word.Spacing == Spacing.Spaced)
            ?
            [
                new ConstantScoreQuery(Clauses.All(reading.Words.Select(w => Clauses.Word(Fields.Title, w.Word.Folded, 1))))
                {
                    Boost = Weights.WholeName,
                },
            ]
            : [];

    // A question that was answered is as good as a text.
    private static Query Aimed(Aim aim) =>
        Clauses.AnyFact(Fields.Kind, aim.Kind == Kinds.Article ? [Kinds.Article, Kinds.Question] : [aim.Kind], Weights.Intent);

    /// <summary>The lead's own words in texts: the best of them, so that "Ho Chi Minh City" does not count four times.</summary>
    private static Query Named(Lead lead, Reading reading, WordClauses words)
    {
        var named = Clauses.Best([.. reading.Words.Where(w => w.IsLead && lead.Overlaps(w.Word)).Select(words.For)], tie: 0);
        named.Boost *= Weights.LeadWords;
        return named;
    }

    /// <summary>Every lead, by a declared fact or by the name in the holder's own text; topics only when there is nothing else.</summary>
    private static BooleanQuery Answers(Reading reading, List<AskedLead> leads, WordClauses words)
    {
        var narrow = leads.Where(l => !l.Lead.IsTopic).ToList();
        if (narrow.Count == 0)
            return Clauses.All(leads.Select(l => Clauses.Any([l.Fact, l.Words])));
        var needed = Clauses.All(narrow.Select(l => Clauses.Any([l.Fact, l.Lead.IsTrade ? l.Words : Mention(l.Lead, words)])));
        return narrow.Count > 1 ? Clauses.Any([needed, IsOneOf(reading)]) : needed;
    }

    // A piece of "Iran" is in "iransk", but also in "kirana".
    private static BooleanQuery Mention(Lead lead, WordClauses words) =>
        Clauses.All(Word.In(lead.Text).Select(w => words.Whole(w, lead.Text.Substring(w.Start, w.Length))));

    // "Who speaks Farsi in Umeå and knows Iran": the country's own page is still an answer.
    private static Query IsOneOf(Reading reading) => Clauses.AnyFact(SearchField.Is, reading.Codes(LeadKind.Country), 1);

    /// <summary>The filters of the address: a hit must pass each.</summary>
    private IEnumerable<(Query Query, Meaning Meaning)> Filters(SearchQuestion question)
    {
        if (question.Country is { } country)
            yield return (Clauses.AnyFact(SearchField.Country, Ground(country), 1), new(LeadKind.Country, country));
        foreach (var topic in Given(question.Topic))
            yield return (
                question.Country is { } on
                    ? Clauses.AnyFact(SearchField.CountryTopic, Ground(on).Select(c => $"{c}/{topic}"), 1)
                    : Term(SearchField.Topic, topic),
                new(LeadKind.Topic, topic)
            );
        if (question.Language is { } language)
            yield return (Term(SearchField.Language, language), new(LeadKind.Language, language));
        if (question.Sector is { } sector)
            yield return (Term(SearchField.Sector, sector), new(LeadKind.Sector, sector));
        if (question.Region is { } region)
            yield return (Term(SearchField.Region, region), new(LeadKind.Region, region));
    }

    // A country's own page counts whoever knows a former state on its ground; its search finds them too.
    private IEnumerable<string> Ground(string country) => [country, .. facts.SameGround(country)];

    private static IEnumerable<string> Given(string? topic) => topic is null ? [] : [topic];

    private static TermQuery Term(string field, string code) => new(new Term(field, code));

    /// <param name="Fact">Declared.</param>
    /// <param name="Words">Written in a text, in any form.</param>
    private readonly record struct AskedLead(Lead Lead, Query Fact, Query Words);

    /// <param name="Leads">What was understood, and who declared it.</param>
    /// <param name="Filters">What a hit must pass, and what it is worth to have declared it.</param>
    private sealed record DeclaredClauses(
        Reading Reading,
        IReadOnlyList<(Lead Lead, Query Fact)> Leads,
        IReadOnlyList<(Query Passes, Query Fact)> Filters
    );
}

/// <param name="Words">The part that asks for the words of a question beyond the names in it; null when there are none.</param>
internal sealed record Written(Query Query, Query? Words);
