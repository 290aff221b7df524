using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Members.Consents;

/// <summary>The sentences people agree to. Whoever changes one raises <see cref="Version"/>: old receipts name the old words.</summary>
public static class ConsentWording
{
    public const int Version = 1;

    public static string Sentence(Purpose purpose, Texts t) =>
        purpose switch
        {
            Purpose.FamilyTies => t[
                "I agree that Kosmopolit keeps that I have family ties to this country and shows it to those I choose. It may hint at my origin."
            ],
            Purpose.SensitiveTopics => t[
                "I agree to be found for knowing about religion or politics in a market. It says what I know about, not what I believe or how I vote."
            ],
            _ => t["I agree that everyone may see which countries and languages I know. Beside my name it may hint at my origin."],
        };

    /// <summary>What happens at once when the consent is taken back.</summary>
    public static string Effect(Purpose purpose, Texts t) =>
        purpose switch
        {
            Purpose.FamilyTies => t[
                "“Family ties” is erased from your countries. A country you know through family ties alone is erased as a whole."
            ],
            Purpose.SensitiveTopics => t["Religion and politics are erased from what you say you know about."],
            _ => t["Your countries and languages are shown to members of all networks at most, no longer to everyone."],
        };
}
