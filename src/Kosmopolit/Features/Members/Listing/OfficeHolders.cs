using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Ui.Caching;

namespace Kosmopolit.Features.Members.Listing;

/// <summary>Who holds an office finds more to do on a network's list than the other members, and is drawn a page of their own.</summary>
public sealed class OfficeHolders : DrawnApart
{
    public override ValueTask<bool> For(Me me, HttpContext context) => ValueTask.FromResult(me.Mandates.Count > 0);
}
