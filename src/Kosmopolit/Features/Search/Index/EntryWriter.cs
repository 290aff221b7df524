using Kosmopolit.Features.Search.Analysis;
using Kosmopolit.Features.Search.Meanings;
using Kosmopolit.Platform.Search;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Kosmopolit.Features.Search.Index;

/// <summary>
/// Writes entries the way the index stores them. Fields and their streams are made once and filled anew for each entry, so what
/// was written is good until the next one. For one thread.
/// </summary>
internal sealed class EntryWriter(FoldedWords known)
{
    private readonly List<IIndexableField> _document = [];
    private readonly Dictionary<string, (Field Field, WordStream Words)> _fields = [];
    private readonly KeptEntry _kept = new();

    public IEnumerable<IIndexableField> From(SearchEntry entry)
    {
        foreach (var (_, words) in _fields.Values)
            words.Clear();
        _document.Clear();
        AddCodes(entry);
        AddWords(entry);
        _document.Add(new BinaryDocValuesField(Fields.Kept, _kept.Written()));
        foreach (var (field, words) in _fields.Values)
            if (!words.IsEmpty)
                _document.Add(field);
        if (entry.Vector is { Length: > 0 } vector)
            _document.Add(new BinaryDocValuesField(Nearness.Field, new BytesRef(Nearness.Bytes(vector))));
        return _document;
    }

    private void AddCodes(SearchEntry entry)
    {
        var holder = EntryDocument.Holder(entry.Kind, entry.Id, entry.Key);
        _kept.Begin(holder);
        Words(Fields.Holder, Fields.Codes).Add(holder);
        Words(Fields.Kind, Fields.Codes).Add(entry.Kind);
        Words(Fields.Level, Fields.Codes).Add(entry.ForEveryone ? Fields.Everyone : entry.Level.ToString());
        foreach (var network in entry.Networks)
            Words(Fields.Near, Fields.Codes).Add(network.ToString("N"));
        if (SegmentVersions.Code(entry) is { } version)
            _document.Add(new SortedDocValuesField(Fields.Version, new BytesRef(version)));
        foreach (var fact in entry.Facts.Distinct())
        {
            Words(fact.Field, Fields.Codes).Add(fact.Code);
            if (SearchField.Counted.Contains(fact.Field))
                _document.Add(new SortedSetDocValuesField(fact.Field, new BytesRef(fact.Code)));
        }
    }

    private void AddWords(SearchEntry entry)
    {
        var folded = Words(Fields.Folded, Fields.RunningText);
        foreach (var text in entry.Texts)
            if (text.Text.Length > 0)
            {
                var words = Word.In(text.Text, known);
                if (Stemming.FieldFor(text.Language) is { } field)
                    AddStems(field, words);
                AddText(words, folded);
            }
        var title = Word.In(entry.Title, known);
        AddText(title, folded);
        foreach (var word in title)
        {
            Words(Fields.Title, Fields.WordList).Add(word.Known!.Utf8);
            if (word.Known.Sound is { } sound)
                Words(Fields.Sound, Fields.WordList).Add(sound);
        }
        foreach (var name in entry.Names.SelectMany(n => Word.In(n, known)).DistinctBy(w => w.Folded))
        {
            Words(Fields.Names, Fields.WordList).Add(name.Known!.Utf8);
            AddPieces(name);
        }
    }

    private void AddText(List<Word> words, WordStream folded)
    {
        foreach (var word in words)
        {
            folded.Add(word.Known!.Utf8);
            AddPieces(word);
        }
    }

    // Words that stand apart are cut when they are asked about. Of ideographs single signs too, so that a one-sign word is found.
    private void AddPieces(Word word)
    {
        if (word.Spacing == Spacing.Spaced)
        {
            if (word.Known!.HasPieces)
                _kept.Add(word.Known);
            return;
        }
        var pieces = Words(Fields.Grams, Fields.Pieces);
        foreach (var piece in Grams.Of(word))
            pieces.Add(piece);
        if (word.Spacing == Spacing.Ideographic && word.Folded.Length > 1)
            foreach (var sign in word.Folded.EnumerateRunes())
                pieces.Add(sign.ToString());
    }

    private void AddStems(string field, List<Word> words)
    {
        var (stream, step, before) = (Words(field, Fields.RunningText), 1, -1);
        foreach (var word in words)
        {
            // A run that folds to several words is one word to its language.
            if (word.Start == before)
                continue;
            before = word.Start;
            var stems = word.Known!.Written.Stems(field);
            foreach (var stem in stems)
            {
                stream.Add(stem, step);
                step = 1;
            }
            // What carries no meaning leaves its place.
            if (stems.Length == 0)
                step++;
        }
    }

    private WordStream Words(string field, FieldType type)
    {
        if (_fields.TryGetValue(field, out var its))
            return its.Words;
        var words = new WordStream();
        _fields[field] = (new Field(field, words, type), words);
        return words;
    }
}
