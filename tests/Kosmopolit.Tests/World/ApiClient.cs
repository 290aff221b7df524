using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Auth.Tokens;
using Kosmopolit.Tests.World.Databases;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.World;

/// <summary>An answer of the API: its status, headers and body as JSON.</summary>
internal sealed record Reply(Page Page)
{
    public int Status => (int)Page.Status;

    public string Text => Encoding.UTF8.GetString(Page.Bytes);

    public string? ETag => Page.Headers.ETag?.Tag;

    public string Type => Page.Response.Content.Headers.ContentType?.MediaType ?? "";

    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public Reply Is(int status)
    {
        Assert.True(
            Status == status,
            $"{Page.Response.RequestMessage?.Method} {Page.Address} answered {Status} instead of {status}: {Text}\n{Page.Complaint}"
        );
        return this;
    }
}

/// <summary>A program that uses the API in somebody's name, or in nobody's.</summary>
internal sealed class ApiClient(House house) : IDisposable
{
    private readonly Reader _reader = house.Reader();

    /// <summary>The secret that is sent along; null sends none.</summary>
    public string? Token { get; set; }

    /// <summary>Sends the header that a session needs for changes; <see cref="UseSession"/> fetches it.</summary>
    public string? FormToken { get; set; }

    public string? Language
    {
        get => _reader.Language;
        set => _reader.Language = value;
    }

    /// <summary>A program with an access token of somebody's.</summary>
    public static async Task<ApiClient> Of(House house, string email, TokenScope scope = TokenScope.Write)
    {
        var normalized = Account.Normalise(email);
        var account = await house.Ask(db => db.Users.Where(a => a.NormalizedEmail == normalized).Select(a => a.Id).SingleAsync());
        var now = house.Clock.GetUtcNow();
        var (row, secret) = AccessToken.Make(account, "test", scope, now, now.AddDays(30));
        await house.Store(row);
        return new ApiClient(house) { Token = secret };
    }

    /// <summary>Signs in with a session's cookie instead, and fetches the token for changes.</summary>
    public async Task UseSession(string email)
    {
        Token = null;
        await _reader.SignIn(email);
        FormToken = (await Get("/form-token")).Is(200).Json.GetProperty("token").GetString();
    }

    public Task<Reply> Get(string path) => Send("GET", path);

    public async Task<Reply> Send(string method, string path, object? body = null, string? match = null, string type = "application/json")
    {
        var request = new HttpRequestMessage(new HttpMethod(method), "/api/v1" + path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (Token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        if (FormToken is not null)
            request.Headers.Add("RequestVerificationToken", FormToken);
        if (match is not null)
            request.Headers.TryAddWithoutValidation("If-Match", match);
        if (body is not null)
            request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, type);
        return new Reply(await _reader.Once(request));
    }

    public void Dispose() => _reader.Dispose();
}
