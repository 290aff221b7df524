using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Kosmopolit.Platform.Auth.StepUp;

/// <summary>A form that waits while its sender proves who they are.</summary>
/// <param name="Action">Where it was sent to.</param>
public sealed record KeptForm(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields);

/// <summary>Seals forms so that they can travel through the page that asks for a proof: readable here, by the same session only.</summary>
public sealed class KeptForms(IDataProtectionProvider protection, Me me)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>More is not carried along; no form that needs a proof comes near.</summary>
    private const int MostSigns = 50_000;

    private readonly ITimeLimitedDataProtector _protector = protection
        .CreateProtector("kept form", $"{me.SessionId}")
        .ToTimeLimitedDataProtector();

    /// <summary>The sealed form; null when it is too large.</summary>
    public string? Seal(string action, IFormCollection form)
    {
        var fields = form.Where(f => f.Key != "__RequestVerificationToken")
            .SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? "")))
            .ToList();
        var text = JsonSerializer.Serialize(new KeptForm(action, fields));
        return text.Length > MostSigns ? null : _protector.Protect(text, Patience);
    }

    /// <summary>The form; null when it is too old, or was sealed elsewhere.</summary>
    public KeptForm? Open(string? kept)
    {
        try
        {
            return string.IsNullOrEmpty(kept) ? null : JsonSerializer.Deserialize<KeptForm>(_protector.Unprotect(kept));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
