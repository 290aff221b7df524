namespace Kosmopolit.Features.Members.Joining;

/// <summary>The questions of joining, one a screen, in their order. The network's slug travels in the address.</summary>
public static class JoinPath
{
    public const string Criterion = "criterion";
    public const string Name = "name";
    public const string Country = "country";
    public const string Topics = "topics";
    public const string Languages = "languages";
    public const string Offer = "offer";
    public const string Firm = "firm";
    public const string Audiences = "audiences";
    public const string Send = "send";

    private static readonly string[] Order = [Criterion, Name, Country, Topics, Languages, Offer, Firm, Audiences, Send];

    public static int Count => Order.Length;

    /// <summary>From 1.</summary>
    public static int Number(string step) => Array.IndexOf(Order, step) + 1;

    /// <summary>The address after a step: the next question while joining, otherwise one's own page.</summary>
    /// <param name="join">Slug of the network that is being joined, or null.</param>
    public static string After(string step, string? join) => join is null ? "/me" : At(Order[Math.Min(Number(step), Count - 1)], join);

    /// <summary>The address of a question.</summary>
    public static string At(string step, string join)
    {
        var slug = Uri.EscapeDataString(join);
        return step switch
        {
            Criterion => $"/join/{slug}/criterion",
            Send => $"/join/{slug}/send",
            Country or Topics => $"/me/markets/new?join={slug}",
            Languages => $"/me/languages?join={slug}",
            Firm => $"/me/firms/new?join={slug}",
            Audiences => $"/me/audiences?join={slug}",
            _ => $"/me/{step}?join={slug}",
        };
    }
}
