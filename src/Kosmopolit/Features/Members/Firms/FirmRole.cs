using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Members.Firms;

/// <summary>A member's part in a firm, from when to when.</summary>
public sealed class FirmRole : Entity
{
    public const string Owner = "owner";
    public const string Partner = "partner";
    public const string Manager = "manager";
    public const string Employee = "employee";

    /// <summary>The most say first.</summary>
    public static readonly IReadOnlyList<string> All = [Owner, Partner, Manager, Employee];

    private FirmRole() { }

    public FirmRole(Guid firm, Guid member, string role, DateTimeOffset since, Audience audience) =>
        (FirmId, MemberId, Role, Since, Audience) = (firm, member, role, since, audience);

    public Guid FirmId { get; private set; }

    public Guid MemberId { get; private set; }

    /// <summary>Key of the role: <c>owner</c>, <c>partner</c>, <c>manager</c> or <c>employee</c>.</summary>
    public string Role { get; private set; } = "";

    public DateTimeOffset Since { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Who may see that this person belongs to this firm.</summary>
    public Audience Audience { get; private set; }

    /// <summary>Whether this part comes with the say over who belongs to the firm.</summary>
    public bool Keeps => Role != Employee;

    public void Become(string role)
    {
        Role = role;
        Changed();
    }

    public void ShowTo(Audience audience)
    {
        Audience = audience;
        Changed();
    }

    internal void End(DateTimeOffset now)
    {
        EndedAt ??= now;
        Changed();
    }

    private void Changed()
    {
        Raise(new FirmChanged(FirmId));
        Raise(new MemberChanged(MemberId));
    }
}
