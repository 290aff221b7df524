using Kosmopolit.Platform.Ui;

namespace Kosmopolit.Features.Search;

/// <summary>The search page's own address, to be varied one value at a time. Every change starts on the first page.</summary>
public sealed class Here(HttpRequest request)
{
    public string With(string key, string? value)
    {
        var address = Addresses.With(request, key, value);
        return key == "after" ? address : Addresses.Without(address, "after");
    }

    /// <summary>Adds a value to those that the key already has.</summary>
    public string And(string key, string value) => Addresses.Without(request.Path + request.QueryString.Add(key, value), "after");

    /// <summary>A code of the text turned into a filter: the text stays, the code is exact from now on.</summary>
    public string Filter(LeadKind kind, string code) => With(Parameter(kind), kind == LeadKind.Aim ? SearchKind.InAddress(code) : code);

    public static string Parameter(LeadKind kind) =>
        kind switch
        {
            LeadKind.Country => "country",
            LeadKind.Language => "language",
            LeadKind.Topic => "topic",
            LeadKind.Sector => "sector",
            LeadKind.Aim => "kind",
            _ => "region",
        };
}
