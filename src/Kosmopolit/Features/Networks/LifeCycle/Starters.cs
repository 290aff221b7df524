using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Ui.Caching;

namespace Kosmopolit.Features.Networks.LifeCycle;

/// <summary>Those who may start a network see so on the list of networks, which all others share.</summary>
public sealed class Starters : DrawnApart
{
    public override ValueTask<bool> For(Me me, HttpContext context) => ValueTask.FromResult(me.CanStartNetworks());
}
