using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kosmopolit.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FirmsInFull : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_FirmRoles_FirmId",
                table: "FirmRoles");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ClosedAt",
                table: "Firms",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "HomeCountry_Audience",
                table: "Firms",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "HomeCountry_Value",
                table: "Firms",
                type: "character varying(2)",
                maxLength: 2,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SoleTraderChecked_Audience",
                table: "Firms",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "SoleTraderChecked_Value",
                table: "Firms",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UniqueNumber",
                table: "Firms",
                type: "character varying(10)",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Web_Audience",
                table: "Firms",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Web_Value",
                table: "Firms",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ExportStatusChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FirmId = table.Column<Guid>(type: "uuid", nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExportStatusChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExportStatusChanges_Firms_FirmId",
                        column: x => x.FirmId,
                        principalTable: "Firms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ExportStatusChanges_Members_ById",
                        column: x => x.ById,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "FirmRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FirmId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AskedById = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Decision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FirmRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FirmRequests_Firms_FirmId",
                        column: x => x.FirmId,
                        principalTable: "Firms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_FirmRequests_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Firms_UniqueNumber",
                table: "Firms",
                column: "UniqueNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FirmRoles_FirmId_MemberId",
                table: "FirmRoles",
                columns: new[] { "FirmId", "MemberId" },
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ExportStatusChanges_ById",
                table: "ExportStatusChanges",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_ExportStatusChanges_FirmId_From",
                table: "ExportStatusChanges",
                columns: new[] { "FirmId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_FirmRequests_FirmId_MemberId",
                table: "FirmRequests",
                columns: new[] { "FirmId", "MemberId" },
                unique: true,
                filter: "\"Decision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_FirmRequests_MemberId_Decision",
                table: "FirmRequests",
                columns: new[] { "MemberId", "Decision" });

            migrationBuilder.FirmsGotHistory();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ExportStatusChanges");

            migrationBuilder.DropTable(
                name: "FirmRequests");

            migrationBuilder.DropIndex(
                name: "IX_Firms_UniqueNumber",
                table: "Firms");

            migrationBuilder.DropIndex(
                name: "IX_FirmRoles_FirmId_MemberId",
                table: "FirmRoles");

            migrationBuilder.DropColumn(
                name: "ClosedAt",
                table: "Firms");

            migrationBuilder.DropColumn(
                name: "HomeCountry_Audience",
                table: "Firms");

            migrationBuilder.DropColumn(
                name: "HomeCountry_Value",
                table: "Firms");

            migrationBuilder.DropColumn(
                name: "SoleTraderChecked_Audience",
                table: "Firms");

            migrationBuilder.DropColumn(
                name: "SoleTraderChecked_Value",
                table: "Firms");

            migrationBuilder.DropColumn(
                name: "UniqueNumber",
                table: "Firms");

            migrationBuilder.DropColumn(
                name: "Web_Audience",
                table: "Firms");

            migrationBuilder.DropColumn(
                name: "Web_Value",
                table: "Firms");

            migrationBuilder.CreateIndex(
                name: "IX_FirmRoles_FirmId",
                table: "FirmRoles",
                column: "FirmId");
        }
    }
}
