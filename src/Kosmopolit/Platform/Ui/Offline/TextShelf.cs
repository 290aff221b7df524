using Microsoft.AspNetCore.Components;

namespace Kosmopolit.Platform.Ui.Offline;

/// <summary>A text that can be taken along.</summary>
/// <param name="Key">The same for a text in all its languages.</param>
/// <param name="Id">The version in the language that suits the reader best.</param>
/// <param name="Language">BCP 47 tag of that version.</param>
/// <param name="Length">UTF-16 units; without its pictures, which are not taken along.</param>
/// <param name="IsRead">Whether it is in a language that the reader reads.</param>
public sealed record ShelvedText(Guid Key, Guid Id, string Title, string Summary, string Language, int Length, bool IsRead);

/// <summary>Texts about a country for rooms that do not know who keeps them, to be put into a file that opens without a net.</summary>
public abstract class TextShelf
{
    /// <summary>What this reader may read about a country, the latest first.</summary>
    /// <param name="country">Alpha-2.</param>
    public abstract Task<IReadOnlyList<ShelvedText>> About(string country, CancellationToken ct);

    /// <summary>Draws whole texts, with how far they are to be believed and where they come from.</summary>
    /// <param name="ids">As <see cref="ShelvedText.Id"/> names them, in the order wanted.</param>
    public abstract Task<IReadOnlyList<RenderFragment>> Draw(IReadOnlyList<Guid> ids, CancellationToken ct);
}
