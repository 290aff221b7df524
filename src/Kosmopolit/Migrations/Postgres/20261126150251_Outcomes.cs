using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kosmopolit.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Outcomes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "LedgerAsks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ActivityId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Days = table.Column<int>(type: "integer", nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Answer = table.Column<int>(type: "integer", nullable: false),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerAsks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LedgerAsks_Activities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LedgerAsks_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LedgerEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FirmId = table.Column<Guid>(type: "uuid", nullable: false),
                    DealId = table.Column<Guid>(type: "uuid", nullable: false),
                    OtherSaid = table.Column<int>(type: "integer", nullable: false),
                    OtherSaidAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    WithdrawnAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Deal_ActivityId = table.Column<Guid>(type: "uuid", nullable: true),
                    Deal_Band = table.Column<int>(type: "integer", nullable: false),
                    Deal_Country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Deal_Evidence = table.Column<int>(type: "integer", nullable: false),
                    Deal_IsIntroduced = table.Column<bool>(type: "boolean", nullable: false),
                    Deal_Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Deal_On = table.Column<DateOnly>(type: "date", nullable: false),
                    Deal_OtherFirmId = table.Column<Guid>(type: "uuid", nullable: true),
                    Deal_Partner = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Deal_QuestionId = table.Column<Guid>(type: "uuid", nullable: true),
                    Deal_Stage = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LedgerEntries_Firms_FirmId",
                        column: x => x.FirmId,
                        principalTable: "Firms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LedgerEntries_Members_ById",
                        column: x => x.ById,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LedgerMailsStopped",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerMailsStopped", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LedgerMailsStopped_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LedgerVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsOut = table.Column<bool>(type: "boolean", nullable: false),
                    Why = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Deal_ActivityId = table.Column<Guid>(type: "uuid", nullable: true),
                    Deal_Band = table.Column<int>(type: "integer", nullable: false),
                    Deal_Country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Deal_Evidence = table.Column<int>(type: "integer", nullable: false),
                    Deal_IsIntroduced = table.Column<bool>(type: "boolean", nullable: false),
                    Deal_Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Deal_On = table.Column<DateOnly>(type: "date", nullable: false),
                    Deal_OtherFirmId = table.Column<Guid>(type: "uuid", nullable: true),
                    Deal_Partner = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Deal_QuestionId = table.Column<Guid>(type: "uuid", nullable: true),
                    Deal_Stage = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LedgerVersions_LedgerEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "LedgerEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LedgerVersions_Members_ById",
                        column: x => x.ById,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerAsks_ActivityId_MemberId_Days",
                table: "LedgerAsks",
                columns: new[] { "ActivityId", "MemberId", "Days" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LedgerAsks_MemberId",
                table: "LedgerAsks",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_ById",
                table: "LedgerEntries",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_DealId",
                table: "LedgerEntries",
                column: "DealId");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_FirmId",
                table: "LedgerEntries",
                column: "FirmId");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerMailsStopped_MemberId",
                table: "LedgerMailsStopped",
                column: "MemberId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LedgerVersions_ById",
                table: "LedgerVersions",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerVersions_EntryId",
                table: "LedgerVersions",
                column: "EntryId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LedgerAsks");

            migrationBuilder.DropTable(
                name: "LedgerMailsStopped");

            migrationBuilder.DropTable(
                name: "LedgerVersions");

            migrationBuilder.DropTable(
                name: "LedgerEntries");
        }
    }
}
