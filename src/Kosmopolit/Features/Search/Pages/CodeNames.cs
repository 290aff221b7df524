using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Search;

/// <summary>Names of the codes that search works with, in the reader's language.</summary>
public sealed class CodeNames(Atlas atlas, Texts texts)
{
    public string Of(LeadKind kind, string code) =>
        kind switch
        {
            LeadKind.Country => atlas.PlaceName(code, texts.Language.Tag),
            LeadKind.Language => atlas.LanguageName(code, texts.Language.Tag),
            LeadKind.Topic => Topic(code),
            LeadKind.Aim => code == Kinds.Person ? texts["People"] : texts["Texts"],
            LeadKind.Sector => atlas.Sector(code)?.Name(texts.Language.Tag) ?? code,
            _ => atlas.Municipality(code)?.Name(texts.Language.Tag) ?? atlas.County(code)?.Name(texts.Language.Tag) ?? code,
        };

    private string Topic(string key) =>
        PersonWording
            .AllTopics.Where(t => t.ToString().Equals(key, StringComparison.OrdinalIgnoreCase))
            .Select(t => PersonWording.Name(t, texts))
            .FirstOrDefault(key);
}
