using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Features.Members.People;

namespace Kosmopolit.Features.Search;

/// <summary>A reason for a hit, in structured form: the page makes a sentence of it in the reader's language.</summary>
public abstract record Why;

/// <summary>The hit is the country asked for.</summary>
public sealed record WhyIs(string Country) : Why;

/// <summary>A person declares to know the market.</summary>
public sealed record WhyMarket(string Country, Basis Basis, int? From, int? Until, string Place, Topics Topics, int? LastContact) : Why;

/// <summary>A text, a question or an activity is about it.</summary>
/// <param name="Country">May be empty.</param>
/// <param name="Topic">Key of the topic; may be empty.</param>
public sealed record WhyAbout(string Country, string Topic) : Why;

/// <summary>A firm sells there.</summary>
public sealed record WhyExport(string Country, int Since, int? Until) : Why;

public sealed record WhyLanguage(string Language, Cefr Speaks) : Why;

/// <summary>The language is spoken in the country that was found.</summary>
public sealed record WhySpokenThere(string Language) : Why;

/// <param name="Code">SNI 2025 code of the firm.</param>
public sealed record WhySector(string Code) : Why;

/// <param name="Code">SCB code of the municipality, which may lie in a county that was asked for.</param>
public sealed record WhyRegion(string Code) : Why;

/// <param name="Words">Words of the question, as the reader wrote them, that stand in the holder's text or name.</param>
public sealed record WhyText(IReadOnlyList<string> Words) : Why;

/// <summary>What a person did about it under their own name, in the same words in which experts are found.</summary>
public sealed record WhyDeeds(Evidence Evidence) : Why;
