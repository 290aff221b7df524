using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Platform.Ui;

/// <summary>A form of a page, taken apart so that it can be sent in any shape.</summary>
/// <param name="Fields">Names of the fields that people write in.</param>
/// <param name="Token">The anti-forgery field, encoded.</param>
/// <param name="Own">Everything hidden in the form: its name, its token.</param>
internal sealed record Sending(House House, string Target, IReadOnlyList<string> Fields, string Token, string Own)
{
    public const string FormType = "application/x-www-form-urlencoded";

    public const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static bool IsForm(PropertyInfo property) => property.GetCustomAttribute<SupplyParameterFromFormAttribute>() is not null;

    /// <summary>Opens a page and takes its form.</summary>
    public static async Task<Sending> From(Reader reader, House house, string address)
    {
        var target = address;
        if (address == "/sign-in/code")
            target += $"?ticket={Uri.EscapeDataString(house.App.Services.GetRequiredService<SignInTicket>().For("nobody@example.org"))}";
        var form = (await reader.Open(target)).Form();
        var hidden = form.QuerySelectorAll("input[type=hidden]")
            .Select(i => (Name: i.GetAttribute("name")!, Value: i.GetAttribute("value") ?? ""))
            .ToList();
        var fields = form.QuerySelectorAll("input:not([type=hidden]):not([type=checkbox]):not([type=radio]), textarea, button[name]")
            .Select(i => i.GetAttribute("name")!)
            .Distinct()
            .ToList();
        return new Sending(
            house,
            target,
            fields,
            Encode(hidden.Where(h => h.Name.Contains("Token", StringComparison.Ordinal))),
            Encode(hidden)
        );
    }

    /// <summary>Sends it with these values, already encoded.</summary>
    public Task<Page> Send(Reader reader, IReadOnlyDictionary<string, string> values) =>
        Raw(reader, FormType, string.Join('&', values.Select(v => $"{v.Key}={v.Value}").Append(Own)));

    public Task<Page> Raw(Reader reader, string type, string body) =>
        reader.Send(() =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, Target) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
            if (type.Length > 0)
                request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            return request;
        });

    private static string Encode(IEnumerable<(string Name, string Value)> fields) =>
        string.Join('&', fields.Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value)}"));
}
