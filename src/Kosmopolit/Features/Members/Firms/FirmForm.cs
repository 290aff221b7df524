using Kosmopolit.Features.Members.Firms.Colleagues;
using Kosmopolit.Platform;

namespace Kosmopolit.Features.Members.Firms;

/// <summary>The three things that can come of the form of a firm.</summary>
public sealed class FirmForm(ChangeFirm change, AddFirm add, AskIn askIn, TimeProvider clock)
{
    public FirmInput Of(Firm firm) => change.Of(firm);

    public Task<Refusal?> Change(FirmInput input, Guid firm) => change.Run(input, firm);

    public async Task<Refusal?> Add(FirmInput input) => (await add.Run(input, clock.GetUtcNow())).Refusal;

    public Task<Refusal?> AskIn(FirmInput input) => askIn.Run(input);
}
