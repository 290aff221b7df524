namespace Kosmopolit.Features.Activities;

/// <summary>What it is called and about, in the language it was written in.</summary>
/// <param name="Language">BCP 47 tag.</param>
public sealed record ActivityWords(string Title, string Text, string Language);

/// <param name="Country">ISO 3166-1 alpha-2 of the market it is about or goes to, or empty.</param>
/// <param name="Place">Where it is held, or empty when only online.</param>
/// <param name="Link">Address on the net, or empty.</param>
public sealed record Whereabouts(string Country, string Place, string Link);

/// <param name="Threshold">How many must be interested before it is planned.</param>
/// <param name="Capacity">Seats; null without a limit.</param>
/// <param name="Deadline">Last moment to sign up; null until it begins.</param>
/// <param name="Question">Asked of everyone who signs up, or empty.</param>
public sealed record Seats(int Threshold, int? Capacity, DateTimeOffset? Deadline, string Question);

/// <summary>What it costs and who pays what. No money moves through here.</summary>
/// <param name="Minor">For each person, in öre or the currency's hundredth; 0 when it is free.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Sharing">Who pays what, in words.</param>
/// <param name="PayTo">IBAN or Swish number and the reference to write, or empty.</param>
public sealed record Price(long Minor, string Currency, string Sharing, string PayTo);
