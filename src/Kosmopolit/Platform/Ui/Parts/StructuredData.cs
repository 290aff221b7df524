using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Kosmopolit.Platform.Ui.Parts;

/// <summary>
/// Data for machines beside a page (JSON-LD). Browsers run nothing of this type, so the content security policy has nothing
/// to forbid.
/// </summary>
public sealed class StructuredData : ComponentBase
{
    /// <summary>JSON whose &lt; and &gt; are escaped, as System.Text.Json does by itself.</summary>
    [Parameter, EditorRequired]
    public string Json { get; set; } = "";

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (Json.Contains('<', StringComparison.Ordinal))
            throw new InvalidOperationException("JSON in a page needs its < escaped.");
        builder.AddMarkupContent(0, $"<script type=\"application/ld+json\">{Json}</script>");
    }
}
