using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kosmopolit.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DateRiskNotes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "RisksAt",
                table: "TripSheets",
                type: "timestamp with time zone",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "RisksAt",
                table: "TripSheets");
        }
    }
}
