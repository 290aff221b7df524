using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Geography;

namespace Kosmopolit.Commands.Checkup;

/// <summary>What the product stands on: its data folder and the reference tables beside the program.</summary>
internal static class GroundChecks
{
    private const long Little = 1L << 30;
    private const long TooLittle = 100L << 20;

    public static Finding Folder(DataFolder folder)
    {
        const string subject = "data folder";
        if (!Directory.Exists(folder.Path))
            return Finding.Fail(subject, $"{folder.Path} does not exist; name the right one with --data DIR, or start the server once");
        try
        {
            folder.Prepare();
        }
        catch (StartRefusedException e)
        {
            return Finding.Fail(subject, e.Message);
        }
        var free = new DriveInfo(folder.Path).AvailableFreeSpace;
        var text = $"{folder.Path} can be written to; {free >> 20} MiB free";
        return free < TooLittle ? Finding.Fail(subject, $"{text}, which is too little to go on")
            : free < Little ? Finding.Warn(subject, $"{text}, which will not last")
            : Finding.Ok(subject, text);
    }

    /// <summary>Reads the tables in full, which the server does only as they are needed.</summary>
    public static Finding Tables()
    {
        const string subject = "reference tables";
        try
        {
            var atlas = new Atlas();
            atlas.Verify();
            var facts = atlas.Countries.Count(c => atlas.Facts(c.Alpha2) is not null);
            return Finding.Ok(
                subject,
                $"{atlas.Countries.Count} countries, {facts} with facts; {atlas.Languages.Count} languages, {atlas.Municipalities.Count} municipalities, {atlas.Sectors.Count} sectors, {atlas.WorldMap.Shapes.Count} outlines"
            );
        }
        catch (StartRefusedException e)
        {
            return Finding.Fail(subject, e.Message);
        }
    }
}
