using Kosmopolit.Platform.Language;
using Kosmopolit.Strings;

// Brings the catalogues up to date with the source; bin/strings calls it from the repository's root.
var extraction = Extraction.Of(Directory.GetCurrentDirectory());
foreach (var language in ReaderLanguage.All)
{
    var path = $"src/Kosmopolit/Platform/Language/Catalogues/{language.Tag}.po";
    var old = await File.ReadAllTextAsync(path);
    var updated = CatalogueFile.Update(old, language, extraction.Messages);
    await File.WriteAllTextAsync(path, updated);
    var entries = PoFile.Parse(updated);
    Console.WriteLine($"{language.Tag}: {entries.Count} texts, {entries.Count(e => e.Translations.Any(t => t.Length == 0))} to translate");
}
foreach (var complaint in extraction.Unreadable)
    await Console.Error.WriteLineAsync(complaint.ToString());
return extraction.Unreadable.Count == 0 ? 0 : 1;
