using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;

namespace Kosmopolit.Features.Members.Firms.Colleagues;

/// <summary>What somebody is in a firm, and who may know that they belong to it.</summary>
public sealed class PartInput
{
    public string? Role { get; set; }

    public Audience Audience { get; set; }
}

/// <summary>Changes one's own part: nobody else chooses who may know of it.</summary>
public sealed class ChangePart(MyFirm firms, Me me)
{
    public async Task<Refusal?> Run(PartInput input, Guid id, CancellationToken ct = default)
    {
        if (await firms.Load(id, ct) is not { } firm || firm.PartOf(me.MemberId) is not { } part)
            return MyFirm.Gone;
        if (!FirmRole.All.Contains(input.Role) || !Enum.IsDefined(input.Audience))
            return new Refusal("Choose from the list.", nameof(input.Role));
        if (input.Role != part.Role && !me.CanBecome(firm, input.Role!))
            return new Refusal("Somebody else of the firm has to give you this part.", nameof(input.Role));
        var stepsDown = part.Role == FirmRole.Owner ? input.Role != FirmRole.Owner : part.Keeps && input.Role == FirmRole.Employee;
        if (stepsDown && firm.IsLast(part))
            return new Refusal("Nobody would be left to run the firm. Name who takes over first.", nameof(input.Role));
        if (input.Role != part.Role)
            part.Become(input.Role!);
        if (input.Audience != part.Audience)
            part.ShowTo(input.Audience);
        return await firms.Store(firm, ct);
    }
}
