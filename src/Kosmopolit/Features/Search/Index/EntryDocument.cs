using Kosmopolit.Features.Search.Analysis;
using Kosmopolit.Features.Search.Meanings;
using Kosmopolit.Platform.Search;
using Lucene.Net.Documents;
using Lucene.Net.Util;

namespace Kosmopolit.Features.Search.Index;

/// <summary>Writes an entry the way the index stores it.</summary>
internal static class EntryDocument
{
    /// <summary>Changes whenever the same entry would be written differently: the index is then rebuilt.</summary>
    public const string Version = "5";

    public static string Holder(string kind, Guid? id, string key) => $"{kind}/{id?.ToString("N") ?? key}";

    /// <summary>The other way round; nothing else is read back from the index, which keeps no personal text that could be.</summary>
    public static FoundHolder Parse(string holder)
    {
        var slash = holder.IndexOf('/', StringComparison.Ordinal);
        var (kind, rest) = (holder[..slash], holder[(slash + 1)..]);
        return Guid.TryParseExact(rest, "N", out var id) ? new FoundHolder(kind, id, null) : new FoundHolder(kind, null, rest);
    }

    public static Document From(SearchEntry entry)
    {
        var document = new Document();
        var holder = Holder(entry.Kind, entry.Id, entry.Key);
        AddCode(document, Fields.Holder, holder);
        document.Add(new BinaryDocValuesField(Fields.Holder, new BytesRef(holder)));
        AddCode(document, Fields.Kind, entry.Kind);
        document.Add(new SortedDocValuesField(Fields.Kind, new BytesRef(entry.Kind)));
        AddCode(document, Fields.Level, entry.ForEveryone ? Fields.Everyone : entry.Level.ToString());
        foreach (var network in entry.Networks)
            AddCode(document, Fields.Near, network.ToString("N"));
        foreach (var fact in entry.Facts.Distinct())
        {
            AddCode(document, fact.Field, fact.Code);
            if (SearchField.Counted.Contains(fact.Field))
                document.Add(new SortedSetDocValuesField(fact.Field, new BytesRef(fact.Code)));
        }
        if (entry.Vector is { Length: > 0 } vector)
            document.Add(new BinaryDocValuesField(Nearness.Field, new BytesRef(Nearness.Bytes(vector))));
        AddWords(document, entry);
        return document;
    }

    private static void AddCode(Document document, string field, string code) => document.Add(new StringField(field, code, Field.Store.NO));

    private static void AddWords(Document document, SearchEntry entry)
    {
        var texts = entry.Texts.Where(t => t.Text.Length > 0).ToList();
        var title = Word.In(entry.Title);
        var folded = texts.SelectMany(t => Word.In(t.Text)).Concat(title).ToList();
        var names = entry.Names.SelectMany(Word.In).DistinctBy(w => w.Folded).ToList();
        Add(document, Fields.Folded, folded.Select(w => w.Folded), Fields.RunningText);
        document.Add(new Field(Fields.Grams, Grams.ForIndex(folded.Concat(names)), Fields.Pieces));
        Add(document, Fields.Names, names.Select(w => w.Folded), Fields.WordList);
        Add(document, Fields.Title, title.Select(w => w.Folded), Fields.WordList);
        Add(document, Fields.Sound, title.Select(Sounds.Of).OfType<string>(), Fields.WordList);
        foreach (var text in texts)
            if (Stemming.FieldFor(text.Language) is { } field)
                document.Add(new Field(field, text.Text, Fields.RunningText));
    }

    private static void Add(Document document, string field, IEnumerable<string> words, FieldType type) =>
        document.Add(new Field(field, new WordStream(words), type));
}
