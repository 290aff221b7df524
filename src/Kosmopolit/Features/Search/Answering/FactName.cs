namespace Kosmopolit.Features.Search.Answering;

/// <summary>The name of a reference fact, ready to be completed.</summary>
/// <param name="Folded">Its name, folded.</param>
/// <param name="Weight">How likely it is meant when nothing else tells: people who live there or speak it.</param>
internal sealed record FactName(Completion Name, string Folded, decimal Weight);
