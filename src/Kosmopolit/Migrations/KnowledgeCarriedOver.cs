using Microsoft.EntityFrameworkCore.Migrations;

namespace Kosmopolit.Migrations;

/// <summary>Brings rows of the first version along; the same statements on both databases.</summary>
internal static class KnowledgeCarriedOver
{
    /// <summary>A market may now be known in several ways at once, so each way became a bit; new texts begin empty and narrow.</summary>
    public static void BasesBecameBits(this MigrationBuilder migration)
    {
        migration.Sql(
            """UPDATE "MarketKnowledge" SET "Basis" = CASE "Basis" WHEN 3 THEN 4 WHEN 4 THEN 8 WHEN 5 THEN 16 ELSE "Basis" END"""
        );
        migration.Sql(
            """
            UPDATE "Members" SET "LooksFor_Value" = '', "LooksForLanguage" = 'sv', "Sectors_Value" = '', "Reads_Value" = '',
            "LooksFor_Audience" = 2, "Sectors_Audience" = 2, "Reads_Audience" = 2, "Availability_Audience" = 2
            """
        );
    }
}
