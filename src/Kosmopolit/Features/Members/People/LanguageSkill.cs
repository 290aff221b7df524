using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Data;

namespace Kosmopolit.Features.Members.People;

/// <summary>Common European Framework of Reference for Languages; C2 is as good as native.</summary>
public enum Cefr
{
    None = 0,
    A1 = 1,
    A2 = 2,
    B1 = 3,
    B2 = 4,
    C1 = 5,
    C2 = 6,
}

/// <summary>How well a member understands, speaks and writes a language.</summary>
public sealed class LanguageSkill : Entity
{
    private LanguageSkill() { }

    /// <param name="language">BCP 47 tag.</param>
    public LanguageSkill(Guid member, string language, Cefr understands, Cefr speaks, Cefr writes, Audience audience) =>
        (MemberId, Language, Understands, Speaks, Writes, Audience) = (member, language, understands, speaks, writes, audience);

    public Guid MemberId { get; private set; }

    public string Language { get; private set; } = "";

    public Cefr Understands { get; private set; }

    public Cefr Speaks { get; private set; }

    public Cefr Writes { get; private set; }

    public Audience Audience { get; private set; }

    public void Rate(Cefr understands, Cefr speaks, Cefr writes)
    {
        (Understands, Speaks, Writes) = (understands, speaks, writes);
        Raise(new MemberChanged(MemberId));
    }

    public void ShowTo(Audience audience)
    {
        Audience = audience;
        Raise(new MemberChanged(MemberId));
    }
}
