using Kosmopolit.Platform.Geography;
using Kosmopolit.Platform.Language;

namespace Kosmopolit.Features.Countries;

/// <summary>Names of religions as the tables know them. They describe a market, never a member.</summary>
public static class ReligionWording
{
    /// <summary>The translated name; null when only the source's own label exists.</summary>
    public static string? Name(Share share, Texts t) =>
        share.Key switch
        {
            "muslim" => t["Muslims"],
            "sunni" => t["Sunni Muslims"],
            "shia" => t["Shia Muslims"],
            "druze" => t["Druze"],
            "christian" => t["Christians"],
            "catholic" => t["Catholics"],
            "eastern-catholic" => t["Eastern Catholics"],
            "orthodox" => t["Orthodox Christians"],
            "oriental-orthodox" => t["Oriental Orthodox Christians"],
            "protestant" => t["Protestants"],
            "lutheran" => t["Lutherans"],
            "reformed" => t["Reformed Christians"],
            "anglican" => t["Anglicans"],
            "methodist" => t["Methodists"],
            "baptist" => t["Baptists"],
            "pentecostal" => t["Pentecostals"],
            "adventist" => t["Adventists"],
            "jehovahs-witness" => t["Jehovah’s Witnesses"],
            "latter-day-saints" => t["Latter-day Saints"],
            "other-christian" => t["other Christians"],
            "hindu" => t["Hindus"],
            "buddhist" => t["Buddhists"],
            "jewish" => t["Jews"],
            "sikh" => t["Sikhs"],
            "bahai" => t["Bahá’ís"],
            "taoist" => t["Taoists"],
            "shinto" => t["Shinto"],
            "rastafarian" => t["Rastafarians"],
            "traditional" => t["traditional religions"],
            "agnostic" => t["agnostics"],
            "atheist" => t["atheists"],
            "none" => t["no religion"],
            "unspecified" => t["not stated"],
            "other" => t["others"],
            _ => null,
        };
}
