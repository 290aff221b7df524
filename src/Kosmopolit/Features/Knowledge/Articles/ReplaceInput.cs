using System.ComponentModel.DataAnnotations;
using Kosmopolit.Platform;

namespace Kosmopolit.Features.Knowledge.Articles;

/// <summary>That a text gives way to another one, or comes back.</summary>
public sealed class ReplaceInput
{
    /// <summary>Address or slug of the text that takes its place.</summary>
    [StringLength(600, ErrorMessage = "Paste the address of the text that takes its place.")]
    public string? Successor { get; set; }

    [PlainText(ArticleMapping.MostWhy)]
    public string? Reason { get; set; }

    public bool ShowsName { get; set; }
}
